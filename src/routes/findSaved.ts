// What a reader looks for among the saved articles. All pure.
import type { SavedPost } from '#device/ownDatabase.ts';
import { textIn } from '#shared/servedHtml.ts';
import { pinyinFirst } from './sortListed.ts';

/** The orders of saved articles: the last saved first, the newest first, by title. */
export const SAVED_ORDERS = ['bySaving', 'newest', 'byName'] as const;

/** One of the orders. */
export type SavedOrder = (typeof SAVED_ORDERS)[number];

/** The order an address asks for; the last saved first when it asks for none we know. */
export function savedOrderOf(text: string | null): SavedOrder {
  return SAVED_ORDERS.find((order) => order === text) ?? 'bySaving';
}

/**
 * The saved articles that hold every word that was typed, in title, digest, source or text. Parts of words count, case
 * and width of letters do not.
 */
export function findSaved(posts: readonly SavedPost[], typed: string): readonly SavedPost[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return words.length === 0 ? posts : posts.filter((post) => words.every((word) => wordsOf(post).includes(word)));
}

/** Saved articles in an order. They come with the last saved first, and equals stay as they came. */
export function sortSaved(posts: readonly SavedPost[], order: SavedOrder, locale: string): readonly SavedPost[] {
  if (order === 'bySaving') return posts;
  if (order === 'newest')
    return posts.toSorted(({ headline: a }, { headline: b }) => Number(b.time > a.time) - Number(b.time < a.time));
  const { compare } = new Intl.Collator(pinyinFirst(locale), { numeric: true });
  return posts.toSorted((a, b) => compare(a.headline.title, b.headline.title));
}

/** How many bytes their texts have. */
export function textBytes(posts: readonly SavedPost[]): number {
  return posts.reduce((sum, post) => sum + bytesOf(post), 0);
}

// To fold a text takes longer than to look through it, and every letter that is typed looks through all.
const words = new WeakMap<SavedPost, string>();
const bytes = new WeakMap<SavedPost, number>();

function wordsOf(post: SavedPost): string {
  const known = words.get(post);
  if (known !== undefined) return known;
  const { headline, article } = post;
  const { title, digest = '', source = '' } = headline;
  const folded = fold([title, article?.digest ?? digest, source, ...partsOf(post).map(textIn)].join('\n'));
  words.set(post, folded);
  return folded;
}

function bytesOf(post: SavedPost): number {
  const known = bytes.get(post) ?? new Blob([...partsOf(post)]).size;
  bytes.set(post, known);
  return known;
}

function partsOf({ article }: SavedPost): readonly string[] {
  return article ? [article.html, ...(article.rest ?? [])] : [];
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
