// Two devices' worth of what is one reader's own, made into one. All pure: the order of the two does not matter.
import type { OwnData, SavedPost } from '#shared/ownFile.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { furtherOf } from './readRules.ts';

/**
 * Everything of both. Of two marks, positions or saved articles at one address the newer counts; of two watermarks the
 * one that reaches further. Of a saved article's texts the later stays, with the row that it came with.
 */
export function mergeOwn(a: OwnData, b: OwnData): OwnData {
  return {
    read: merge([...a.read, ...b.read].map(fold), byAddress, newerOf('readAt')),
    watermarks: merge([...a.watermarks, ...b.watermarks], ({ scope }) => scope, furtherOf),
    saved: merge([...a.saved, ...b.saved], byAddress, newerPost),
    places: merge([...a.places, ...b.places].map(fold), byAddress, newerOf('savedAt')),
  };
}

function merge<T>(all: readonly T[], keyOf: (one: T) => string, choose: (a: T, b: T) => T): readonly T[] {
  const chosen = new Map<string, T>();
  for (const one of all) {
    const known = chosen.get(keyOf(one));
    chosen.set(keyOf(one), known === undefined ? one : choose(known, one));
  }
  return [...chosen.values()];
}

function fold<T extends { readonly address: Address }>(one: T): T {
  return { ...one, address: foldAddress(one.address) };
}

function byAddress({ address }: { readonly address: Address }): string {
  return foldAddress(address);
}

function newerOf<Key extends string>(key: Key) {
  return <T extends Readonly<Record<Key, number>>>(a: T, b: T): T => {
    // Of equally new ones always the same, whichever device asks.
    if (a[key] === b[key]) return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
    return a[key] > b[key] ? a : b;
  };
}

function newerPost(a: SavedPost, b: SavedPost): SavedPost {
  const newer = newerOf('savedAt')(a, b);
  const [text, other] = [a, b].filter(({ article }) => article);
  if (!text) return newer;
  const kept = other ? laterText(text, other) : text;
  if (kept.savedAt === newer.savedAt) return kept;
  // Else the text would pass for as new as the row, and stand against a later one of a third device.
  return { ...kept, savedAt: newer.savedAt, textAt: kept.textAt ?? kept.savedAt };
}

function laterText(a: SavedPost, b: SavedPost): SavedPost {
  const difference = (a.textAt ?? a.savedAt) - (b.textAt ?? b.savedAt);
  if (difference === 0) return newerOf('savedAt')(a, b);
  return difference > 0 ? a : b;
}
