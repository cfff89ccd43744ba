// What the reader saved: rows and texts, kept on this device alone, and in memory where it keeps nothing.
import { useSyncExternalStore } from 'react';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { presentMarks, showMarks } from './marks.ts';
import { type SavedNote, type SavedPost, withOwn } from './ownDatabase.ts';
import { noteOf, readNotes } from './savedNotes.ts';
import { putPosts, replacePost, takeOutPosts, withText } from './savedStore.ts';
import { followTabs, tellTabs } from './tabs.ts';

/** All saved articles, the newest saved first, and what was dropped last, which can be taken back. */
export type Saved = { readonly posts: readonly SavedPost[]; readonly dropped: readonly SavedPost[] };

const PATIENCE_MS = 2000;

const listeners = new Set<() => void>();
const posts = new Map<Address, SavedPost>();
/** What storage would not take lasts as long as the page. */
const unstored = new Map<Address, SavedPost>();
let isLoaded = false;
let saved: Saved = { posts: [], dropped: [] };
let changes = 0;

/** Marks what was saved before, and from now on what other tabs save and drop. Says whether there is any. Never rejects. */
export async function followSaved(): Promise<boolean> {
  followTabs('saved', () => void (isLoaded ? loadSaved() : markStored()));
  await markStored();
  return presentMarks().saved.size > 0;
}

/** All saved articles, the newest saved first. Never rejects. */
export async function loadSaved(): Promise<readonly SavedPost[]> {
  const before = changes;
  const stored = await withOwn<readonly SavedPost[] | null>((own) => own.getAll('saved'), null);
  // What was saved or dropped while the disk was slow may not be in its answer.
  if (changes !== before) return loadSaved();
  if (stored) {
    posts.clear();
    for (const post of [...stored, ...unstored.values()]) posts.set(post.address, post);
  }
  isLoaded = true;
  showMarks('saved', posts.keys());
  show(saved.dropped);
  return saved.posts;
}

/** What is noted of all saved articles, the newest saved first; their texts are not read for it. Never rejects. */
export async function savedNotes(): Promise<readonly SavedNote[]> {
  const stored = (await readNotes()) ?? [];
  const notes = [...stored.filter(({ address }) => !unstored.has(address)), ...[...unstored.values()].map(noteOf)];
  return notes.toSorted((a, b) => b.savedAt - a.savedAt);
}

/** What was last loaded, as it is by now; the component renders again when it changes. */
export function useSaved(): Saved {
  return useSyncExternalStore(subscribe, () => saved);
}

/** Saves articles, or more of them than was saved: no text that is kept is lost. Never rejects. */
export async function savePosts(more: readonly SavedPost[]): Promise<void> {
  changes++;
  const addresses = more.map(({ address }) => address);
  const known = more.map((post) => withText(post, posts.get(post.address)));
  for (const post of known) posts.set(post.address, post);
  mark(addresses, true);
  show(saved.dropped.filter(({ address }) => !addresses.includes(address)));
  const stored = await putPosts(known);
  for (const [index, post] of known.entries()) {
    if (stored) unstored.delete(post.address);
    // Else it was dropped meanwhile, or saved once more.
    if (posts.get(post.address) !== post) continue;
    if (!stored) unstored.set(post.address, post);
    posts.set(post.address, stored?.[index] ?? post);
  }
  show(saved.dropped);
  tellTabs('saved');
}

/**
 * Gives a saved article a text, and leaves it to the caller to tell other tabs. Says whether it has it: what was dropped
 * meanwhile, here or in another tab, is not saved again. Never rejects.
 */
export async function replaceUntold(post: SavedPost): Promise<boolean> {
  const { address } = post;
  const known = posts.get(address);
  // What storage would not take is here alone.
  const stored = unstored.has(address) ? null : await replacePost(post);
  if (stored === undefined || (known && !posts.has(address))) return false;
  changes++;
  if (stored === null) await savePosts([post]);
  // Else it was saved once more meanwhile, or no texts were read yet.
  else if (known && posts.get(address) === known) posts.set(address, stored);
  show(saved.dropped);
  return true;
}

/** Drops saved articles. They can be taken back until others are dropped. Never rejects. */
export async function dropPosts(addresses: readonly Address[]): Promise<void> {
  changes++;
  const known = addresses.flatMap((address) => posts.get(address) ?? []);
  for (const address of addresses) posts.delete(address);
  for (const address of addresses) unstored.delete(address);
  mark(addresses, false);
  show(known);
  const stored = await takeOutPosts(addresses);
  // Some may have been taken back meanwhile.
  const dropped = stored.filter(({ address }) => !presentMarks().saved.has(address));
  if (dropped.length > 0) show(dropped);
  tellTabs('saved');
}

/** What was dropped last, and can be taken back by saving it. */
export function lastDropped(): readonly SavedPost[] {
  return saved.dropped;
}

/** Says that nobody wants back what was dropped last. */
export function forgetDropped(): void {
  show([]);
}

/** The saved article that lies at an address, in whatever form that is written. A disk that is too slow has none. */
export async function savedAt(address: Address): Promise<SavedPost | undefined> {
  const isMeant = (key: Address) => foldAddress(key) === foldAddress(address);
  const known = [...posts.values()].find((post) => isMeant(post.address));
  if (known) return known;
  const impatience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const stored = withOwn(async (own) => {
    const key = (await own.getAllKeys('saved')).find(isMeant);
    return key === undefined ? undefined : own.get('saved', key);
  }, undefined);
  return Promise.race([stored, impatience]);
}

async function markStored(): Promise<void> {
  const before = changes;
  const stored = await withOwn<readonly Address[] | null>((own) => own.getAllKeys('saved'), null);
  if (changes !== before) return markStored();
  if (stored) showMarks('saved', [...stored, ...unstored.keys()]);
}

function mark(addresses: readonly Address[], isSaved: boolean): void {
  const marked = new Set(presentMarks().saved);
  for (const address of addresses) marked[isSaved ? 'add' : 'delete'](address);
  showMarks('saved', marked);
}

function show(dropped: readonly SavedPost[]): void {
  saved = { posts: [...posts.values()].toSorted((a, b) => b.savedAt - a.savedAt), dropped };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
