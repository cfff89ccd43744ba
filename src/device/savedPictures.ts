// The pictures of saved articles. Only the service worker may fetch them; the page says which.
import { urlOf } from '#data/base.ts';
import { picturesIn } from '#shared/servedHtml.ts';
import type { PicturesKept, WorkerMessage } from '#shared/workerMessage.ts';
import { useSyncExternalStore } from 'react';
import type { SavedPost } from './ownDatabase.ts';
import { ownWorker } from './ownWorker.ts';

const listeners = new Set<() => void>();
let kept: PicturesKept | null = null;

/** Has the worker keep the pictures of these articles and no others. Without a worker nothing is kept. */
export function keepPictures(posts: readonly SavedPost[]): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<PicturesKept>) => {
    kept = data;
    for (const listener of listeners) listener();
    port1.close();
  });
  port1.start();
  const message: WorkerMessage = { kind: 'pictures', urls: [...new Set(posts.flatMap(picturesOf))] };
  void ownWorker().then((worker) => worker.postMessage(message, [port2]));
}

/** How many pictures the worker has kept when it last said so; null before it does. */
export function usePicturesKept(): PicturesKept | null {
  return useSyncExternalStore(subscribe, () => kept);
}

/** The URLs of a saved article's pictures, its row's first. */
export function picturesOf({ address, article, headline }: SavedPost): readonly string[] {
  const parts = article ? [article.html, ...(article.rest ?? [])] : [];
  const written = [...(headline.picture ? [headline.picture.src] : []), ...parts.flatMap(picturesIn)];
  return written.flatMap((src) => (URL.canParse(src, urlOf(address)) ? wholeUrl(src, address) : []));
}

function wholeUrl(src: string, address: string): readonly string[] {
  const { href, hash, protocol } = new URL(src, urlOf(address));
  return /^https?:$/.test(protocol) ? [href.slice(0, href.length - hash.length)] : [];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
