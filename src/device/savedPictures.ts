// The pictures of saved articles. Only the service worker may fetch them; the page says which.
import type { PicturesKept, WorkerMessage } from '#shared/workerMessage.ts';
import { useSyncExternalStore } from 'react';
import type { SavedNote } from './ownDatabase.ts';
import { ownWorker } from './ownWorker.ts';

const listeners = new Set<() => void>();
let kept: PicturesKept | null = null;

/** Has the worker keep the pictures of these articles and no others. Without a worker nothing is kept. */
export function keepPictures(notes: readonly SavedNote[]): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<PicturesKept>) => {
    kept = data;
    for (const listener of listeners) listener();
    port1.close();
  });
  port1.start();
  const message: WorkerMessage = { kind: 'pictures', urls: [...new Set(notes.flatMap(({ pictures }) => pictures))] };
  void ownWorker().then((worker) => worker.postMessage(message, [port2]));
}

/** How many pictures the worker has kept when it last said so; null before it does. */
export function usePicturesKept(): PicturesKept | null {
  return useSyncExternalStore(subscribe, () => kept);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
