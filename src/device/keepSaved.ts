// What goes on around saved articles: from the first row to the last picture.
import type { ArticleAnswer } from '#data/archiveClient.ts';
import type { Address, Article, Headline } from '#shared/post.ts';
import { heldPictures, holdPictures } from './heldPictures.ts';
import { presentMarks } from './marks.ts';
import type { SavedNote } from './ownDatabase.ts';
import { noteOf } from './savedNotes.ts';
import { dropPosts, followSaved, forgetDropped, lastDropped, savedAt, savedNotes, savePosts } from './savedPosts.ts';
import { arePicturesKept, keepPictures } from './savedPictures.ts';
import { fetchSavedTexts } from './savedTexts.ts';
import { presentStorage } from './storageState.ts';

/** A host out of reach is asked for one text so often, and at once when the device is online again. */
const AGAIN_MS = 15_000;

let later: ReturnType<typeof setTimeout> | undefined;
let isRetry = false;

/** Shows what is saved, and fetches what is missing of it, now and whenever the device is online again. Never rejects. */
export async function keepSaved(): Promise<void> {
  addEventListener('online', () => void completeSaved());
  // Pictures may be those of what was dropped just before the page was closed.
  if ((await followSaved()) || (await arePicturesKept())) await completeSaved();
}

/**
 * Saves an article: its row at once, its text as soon as it is here, then its pictures. One that was just dropped is
 * taken back as it was, since its host may have it no more. Never rejects.
 */
export async function saveArticle(headline: Headline, article?: Article): Promise<void> {
  const { address } = headline;
  const before = lastDropped().find((post) => post.address === address);
  await savePosts([before ?? { address, savedAt: Date.now(), headline, ...(article && { article }) }]);
  await completeSaved();
}

/** Takes back what was dropped last. Never rejects. */
export async function takeBackDropped(): Promise<void> {
  await savePosts(lastDropped());
  await completeSaved();
}

/** Drops a saved article. Its pictures go when it can no longer be taken back. Never rejects. */
export async function dropArticle(address: Address): Promise<void> {
  await dropPosts([address]);
  void completeSaved(); // Those of what was dropped before go now.
}

/** Ends the offer to take back what was dropped last. */
export function endRegret(): void {
  if (lastDropped().length === 0) return;
  forgetDropped();
  void completeSaved();
}

/** Saves an article that is not saved, and drops one that is. Never rejects. */
export function toggleSaved(headline: Headline, article?: Article): Promise<void> {
  const { address } = headline;
  return presentMarks().saved.has(address) ? dropArticle(address) : saveArticle(headline, article);
}

/** A saved article as an answer to what lies at an address; null where there is no text. Never rejects. */
export async function savedAnswer(address: Address): Promise<ArticleAnswer | null> {
  const post = await savedAt(address);
  return post?.article ? { kind: 'article', article: post.article, savedAt: post.savedAt } : null;
}

/** Fetches what is missing of saved articles, texts and pictures, at once. Never rejects. */
export async function completeSaved(): Promise<void> {
  isRetry = false;
  holdPictures(picturesOf(lastDropped().map(noteOf)));
  await completeAgain();
}

/** Asks for what is missing. Pictures that did not come are not asked for again each time that a text does not. */
async function completeAgain(): Promise<void> {
  clearTimeout(later);
  const isDone = await fetchSavedTexts();
  const [notes, held] = await Promise.all([savedNotes(), heldPictures()]);
  // Who keeps nothing knows of a part only, and must not have the rest dropped.
  if ((isDone || !isRetry) && presentStorage() === 'kept')
    keepPictures([...picturesOf([...notes, ...lastDropped().map(noteOf)]), ...held]);
  isRetry = !isDone;
  clearTimeout(later); // Another call may have come as far as this meanwhile.
  if (!isDone && navigator.onLine) later = setTimeout(() => void completeAgain(), AGAIN_MS);
}

function picturesOf(notes: readonly SavedNote[]): readonly string[] {
  return notes.flatMap(({ pictures }) => pictures);
}
