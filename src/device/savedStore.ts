// What of saved articles goes into the database and out of it, each in one transaction.
import type { Address } from '#shared/post.ts';
import { type Own, type SavedPost, withOwn } from './ownDatabase.ts';
import { noteOf } from './savedNotes.ts';

/** Puts articles there, and gives back what it has of them now; null where it takes nothing. Never rejects. */
export function putPosts(posts: readonly SavedPost[]): Promise<readonly SavedPost[] | null> {
  return withOwn<readonly SavedPost[] | null>((own) => putWhole(own, posts), null);
}

/**
 * Puts an article where it still lies, with when it was saved, and gives back what there is now: undefined where it lies
 * no more, since another tab may have dropped it; null where the database takes nothing. Never rejects.
 */
export function replacePost(post: SavedPost): Promise<SavedPost | undefined | null> {
  return withOwn<SavedPost | undefined | null>(async (own) => {
    const { saved, notes, done } = change(own);
    const before = await saved.get(post.address);
    const after = before && { ...post, savedAt: before.savedAt };
    await Promise.all([...(after ? [saved.put(after), notes.put(noteOf(after))] : []), done]);
    return after;
  }, null);
}

/** Takes articles out, and gives back what it had of them. Never rejects. */
export function takeOutPosts(addresses: readonly Address[]): Promise<readonly SavedPost[]> {
  return withOwn<readonly SavedPost[]>(async (own) => {
    const { saved, notes, done } = change(own);
    const found = await Promise.all(addresses.map((address) => saved.get(address)));
    await Promise.all([...addresses.flatMap((address) => [saved.delete(address), notes.delete(address)]), done]);
    return found.filter((post) => post !== undefined);
  }, []);
}

/** An article with the text that was kept of it. Who saves it without one did not know that it is saved. */
export function withText(post: SavedPost, kept: SavedPost | undefined): SavedPost {
  if (post.article || !kept?.article) return post;
  const { savedAt, article, textAt } = kept;
  return { ...post, savedAt, article, ...(textAt !== undefined && { textAt }) };
}

async function putWhole(own: Own, posts: readonly SavedPost[]): Promise<readonly SavedPost[]> {
  const { saved, notes, done } = change(own);
  const before = await Promise.all(posts.map(({ address }) => saved.get(address)));
  const whole = posts.map((post, index) => withText(post, before[index]));
  await Promise.all([...whole.flatMap((post) => [saved.put(post), notes.put(noteOf(post))]), done]);
  return whole;
}

function change(own: Own) {
  const both = own.transaction(['saved', 'savedNotes'], 'readwrite');
  return { saved: both.objectStore('saved'), notes: both.objectStore('savedNotes'), done: both.done };
}
