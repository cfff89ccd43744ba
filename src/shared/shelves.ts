/** What is kept apart in Cache Storage: the reader itself, seen lists, seen chunks, what is taken along, pictures of saved articles. */
export type ShelfKind = 'shell' | 'lists' | 'chunks' | 'taken' | 'pictures';

/** The name of a cache. Several sites may share an origin, and with it the caches; `scope` is a site's own URL. */
export function shelfName(kind: ShelfKind, scope: string): string {
  return `${kind} ${scope}`;
}

/** Whether a cache is one of a site, of whatever kind, in this release or an earlier one. */
export function isShelfOf(name: string, scope: string): boolean {
  return name.endsWith(` ${scope}`);
}

/** The header of an answer that the worker had kept, where the host's did not come in time or was of no use. */
export const STANDS_IN = 'x-stands-in';
