// What is good to have once the page is there. It comes as one script.
import { followOwn } from '#device/followOwn.ts';
import { followTaken } from '#device/followTaken.ts';
import { hasWorker } from '#device/hasWorker.ts';
import { registerWorker } from '#device/registerWorker.ts';
import './FaultNote.tsx'; // A host that is gone does not bring it.
import './recover.ts';

/** Shows what is the reader's own, starts the worker, and goes on with what is taken along. */
export function afterLoad(): void {
  void followOwn();
  if (!import.meta.env.PROD) return;
  void registerWorker();
  if (hasWorker()) followTaken();
}
