// The texts of saved articles: fetched as soon as there is a connection.
import { loadArticle } from '#data/archiveClient.ts';
import { NetworkError } from '#data/errors.ts';
import { presentMarks } from './marks.ts';
import type { SavedPost } from './ownDatabase.ts';
import { allSaved, savePosts } from './savedPosts.ts';

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
  for (const post of await allSaved()) if (post.article === undefined && !(await fetchText(post))) return false;
  return true;
}

/** Says whether the host was reached. What it has no text for stays a row, and is asked for at the next start. */
async function fetchText(post: SavedPost): Promise<boolean> {
  try {
    const answer = await loadArticle(post.address);
    // It may have been dropped meanwhile.
    if (answer.kind === 'article' && presentMarks().saved.has(post.address))
      // What has moved answers by its new address; the row, and what leads to it, have the old one.
      await savePosts([{ ...post, article: { ...answer.article, address: post.address } }]);
  } catch (error) {
    if (error instanceof NetworkError) return false;
    console.warn(error);
  }
  return true;
}
