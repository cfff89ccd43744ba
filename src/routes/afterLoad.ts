// What is good to have once the page is there. It comes as one script.
import { followOwn } from '#device/followOwn.ts';
import { registerWorker } from '#device/registerWorker.ts';
import './recover.ts';

/** Shows what is the reader's own, and starts the worker. */
export function afterLoad(): void {
  void followOwn();
  if (import.meta.env.PROD) void registerWorker();
}
