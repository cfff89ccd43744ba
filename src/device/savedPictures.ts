// The pictures of saved articles. Only the service worker may fetch them; the page says which.
import { base } from '#data/base.ts';
import { shelfName } from '#shared/shelves.ts';
import type { PicturesKept, WorkerMessage } from '#shared/workerMessage.ts';
import { useSyncExternalStore } from 'react';
import { ownWorker } from './ownWorker.ts';

const listeners = new Set<() => void>();
let kept: PicturesKept | null = null;

/** Has the worker keep these pictures and no others. Without a worker nothing is kept. */
export function keepPictures(urls: readonly string[]): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<PicturesKept>) => {
    kept = data;
    for (const listener of listeners) listener();
    port1.close();
  });
  port1.start();
  const message: WorkerMessage = { kind: 'pictures', urls: [...new Set(urls)] };
  void ownWorker().then((worker) => worker.postMessage(message, [port2]));
}

/** Whether any are kept, be it of what is not saved any more. Never rejects. */
export async function arePicturesKept(): Promise<boolean> {
  try {
    return await caches.has(shelfName('pictures', new URL(base, document.baseURI).href));
  } catch {
    return false; // Outside secure contexts there are no caches, and where storage is refused, asking throws.
  }
}

/** How many pictures the worker has kept when it last said so; null before it does. */
export function usePicturesKept(): PicturesKept | null {
  return useSyncExternalStore(subscribe, () => kept);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
