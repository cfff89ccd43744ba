// The texts of saved articles: fetched as soon as there is a connection.
import { loadArticle } from '#data/archiveClient.ts';
import { NetworkError } from '#data/errors.ts';
import type { Address } from '#shared/post.ts';
import { replaceUntold, savedAt, savedNotes } from './savedPosts.ts';
import { tellTabs } from './tabs.ts';

let fetching: Promise<boolean> | undefined;

/**
 * Fetches the text of every saved article that has none yet, one after the other. Says whether that is done; a host out
 * of reach ends it. Never rejects.
 */
export function fetchSavedTexts(): Promise<boolean> {
  fetching ??= fetchAll().finally(() => (fetching = undefined));
  return fetching;
}

async function fetchAll(): Promise<boolean> {
  const missing = (await savedNotes()).filter(({ hasText }) => !hasText);
  let isReached = true;
  let saved = 0;
  for (const { address } of missing) {
    const fetched = await fetchText(address);
    if (fetched === 'saved') saved++;
    isReached = fetched !== 'unreached';
    if (!isReached) break;
  }
  // Every other tab reads all of them when it is told.
  if (saved > 0) tellTabs('saved');
  return isReached;
}

/** What the host has no text for stays a row, and is asked for at the next start. */
async function fetchText(address: Address): Promise<'saved' | 'none' | 'unreached'> {
  try {
    const answer = await loadArticle(address);
    const post = answer.kind === 'article' ? await savedAt(address) : undefined;
    if (answer.kind !== 'article' || !post) return 'none';
    // What has moved answers by its new address; the row, and what leads to it, have the old one.
    const isSaved = await replaceUntold({ ...post, article: { ...answer.article, address } });
    return isSaved ? 'saved' : 'none';
  } catch (error) {
    if (error instanceof NetworkError) return 'unreached';
    console.warn(error);
    return 'none';
  }
}
