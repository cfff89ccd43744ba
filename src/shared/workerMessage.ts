/** What a page tells the service worker. */
export type WorkerMessage =
  /** What it read before there was a worker: the URLs, whose answers the browser still has. */
  | { readonly kind: 'seen'; readonly urls: readonly string[] }
  /** The chunks of articles that were opened: they stay longer than what was only asked for ahead. */
  | { readonly kind: 'read'; readonly urls: readonly string[] }
  /** The pictures of saved articles, all of them: those that are missing are fetched, those beyond are dropped. */
  | { readonly kind: 'pictures'; readonly urls: readonly string[] }
  /** The reader wants the new release now. */
  | { readonly kind: 'update' };

/** Checks what came as a message; null for what is none of ours, such as that of a newer release. */
export function decodeMessage(data: unknown): WorkerMessage | null {
  const { kind, urls } = (data ?? {}) as { readonly kind?: unknown; readonly urls?: unknown }; // Checked below.
  if (kind === 'update') return { kind };
  if (kind !== 'seen' && kind !== 'read' && kind !== 'pictures') return null;
  return Array.isArray(urls) && urls.every((url) => typeof url === 'string') ? { kind, urls } : null;
}

/** What the worker answers, through the port that comes with `pictures`, once it has done what it can. */
export type PicturesKept = {
  readonly wanted: number;
  readonly kept: number;
  /** How many bytes those take whose size is known, and how many others there are: hosts may tell nobody. */
  readonly sizeBytes: number;
  readonly unsized: number;
  /** Whether there was no room for more. */
  readonly isFull: boolean;
};
