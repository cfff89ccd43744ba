import type { Report } from '#builder/report.ts';
import type { Post } from './readPost.ts';

const MAX_TITLE = 500;
const MAX_NAME = 100;
/** How many categories, and how many tags, a post has at most. */
export const MAX_NAMES = 50;

/**
 * A post whose title, categories and tags are no longer than a list can bear, since every list repeats them: 500
 * characters of title, 50 categories and 50 tags of 100. What is cut is reported; the address stays as it was.
 */
export function boundPost(post: Post, report: Report): Post {
  if (post.title.length <= MAX_TITLE && isBound(post.categories) && isBound(post.tags)) return post;
  const remedy = 'The rest was left out; shorten it.';
  const cut = (what: string) => report.add({ kind: 'size', file: post.path, found: what, remedy });
  if (post.title.length > MAX_TITLE) cut(`a title of ${post.title.length} characters`);
  for (const [what, names] of [['categories', post.categories] as const, ['tags', post.tags] as const]) {
    if (names.length > MAX_NAMES) cut(`${names.length} ${what}`);
    const longest = Math.max(0, ...names.slice(0, MAX_NAMES).map((name) => name.length));
    if (longest > MAX_NAME) cut(`one of its ${what} has ${longest} characters`);
  }
  const { title, categories, tags } = post;
  return { ...post, title: shortened(title, MAX_TITLE), categories: boundNames(categories), tags: boundNames(tags) };
}

/** A name no longer than a list can bear. */
export function boundName(name: string): string {
  return shortened(name, MAX_NAME);
}

function isBound(names: readonly string[]): boolean {
  return names.length <= MAX_NAMES && names.every((name) => name.length <= MAX_NAME);
}

function boundNames(names: readonly string[]): readonly string[] {
  return names.slice(0, MAX_NAMES).map(boundName);
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}
