// What the reader saved: rows and texts, kept on this device alone, and in memory where it keeps nothing.
import type { Address } from '#shared/post.ts';
import { presentMarks, showMarks } from './marks.ts';
import { type SavedPost, withOwn } from './ownDatabase.ts';
import { followTabs, tellTabs } from './tabs.ts';

const inMemory = new Map<Address, SavedPost>();

/** Shows what was saved before, and from now on what other tabs save and drop. Never rejects. */
export async function followSaved(): Promise<void> {
  followTabs('saved', () => void loadSaved());
  await loadSaved();
}

/** All saved articles, the newest saved first. Never rejects. */
export async function loadSaved(): Promise<readonly SavedPost[]> {
  const stored = await withOwn<readonly SavedPost[] | null>((own) => own.getAll('saved'), null);
  if (stored) {
    inMemory.clear();
    for (const post of stored) inMemory.set(post.address, post);
  }
  showMarks('saved', inMemory.keys());
  return [...inMemory.values()].toSorted((a, b) => b.savedAt - a.savedAt);
}

/** Saves an article, or more of it than was saved. Never rejects. */
export async function savePost(post: SavedPost): Promise<void> {
  inMemory.set(post.address, post);
  showMarks('saved', [...presentMarks().saved, post.address]);
  await withOwn((own) => own.put('saved', post), '');
  tellTabs('saved');
}

/** Drops a saved article. Never rejects. */
export async function dropPost(address: Address): Promise<void> {
  inMemory.delete(address);
  showMarks(
    'saved',
    [...presentMarks().saved].filter((saved) => saved !== address),
  );
  await withOwn((own) => own.delete('saved', address), undefined);
  tellTabs('saved');
}
