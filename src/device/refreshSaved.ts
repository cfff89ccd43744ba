import { loadFromHost } from '#data/loadFromHost.ts';
import { headlineOf } from '#shared/headlineOf.ts';
import type { Address, Article } from '#shared/post.ts';
import { completeSaved } from './keepSaved.ts';
import { replaceUntold, savedAt } from './savedPosts.ts';
import { tellTabs } from './tabs.ts';

/**
 * Replaces the copy of a saved article, row and pictures with it, where the host has another text by now. What does not
 * come, or is there no more, leaves it as it is; of what is not saved nobody is asked. Never rejects.
 */
export async function refreshSaved(address: Address): Promise<void> {
  if (!(await savedAt(address))?.article) return; // Without a text it is about to come.
  const answer = await loadFromHost(address).catch(() => null);
  if (answer?.kind !== 'article') return;
  // What has moved answers by its new address; the row, and what leads to it, have the old one.
  const article: Article = { ...answer.article, address };
  const post = await savedAt(address);
  if (!post?.article || isSame(post.article, article)) return;
  if (!(await replaceUntold({ ...post, headline: headlineOf(article), article, textAt: Date.now() }))) return;
  tellTabs('saved');
  await completeSaved();
}

/** Both were decoded, which puts the fields in order. */
function isSame(a: Article, b: Article): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
