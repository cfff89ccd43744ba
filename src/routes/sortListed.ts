import type { Listed } from '#shared/archive.ts';

/** The orders of a directory: by posts, by name, by newest post. */
export const ORDERS = ['largest', 'byName', 'newest'] as const;

/** One of the orders. */
export type Order = (typeof ORDERS)[number];

/** The order an address asks for; the largest first when it asks for none we know. */
export function orderOf(text: string | null): Order {
  return ORDERS.find((order) => order === text) ?? 'largest';
}

/** A directory in another order. It comes with the largest first, and equals stay as they came. */
export function sortListed(streams: readonly Listed[], order: Order, locale: string): readonly Listed[] {
  if (order === 'largest') return streams;
  if (order === 'newest') return streams.toSorted((a, b) => Number(b.day > a.day) - Number(b.day < a.day));
  const { compare } = new Intl.Collator(pinyinFirst(locale), { numeric: true });
  return streams.toSorted((a, b) => compare(a.name, b.name));
}

/** The locale to sort by. Traditional Chinese is sorted by strokes otherwise, which nobody types. */
export function pinyinFirst(locale: string): string {
  return locale.startsWith('zh') ? `${locale}-u-co-pinyin` : locale;
}
