import type { Address } from '#shared/post.ts';
import { type ArticleAnswer, type Files, loadArticle } from './archiveClient.ts';
import { fetchJson, fetchPacked } from './fetchFile.ts';

// The worker leaves such requests alone, and with them the copies that it would answer with.
const HOST: Files = {
  fetchJson: (path, decode, options) => fetchJson(path, decode, { ...options, cache: 'no-store' }),
  fetchPacked, // A chunk never changes, so a kept one is as good.
};

/** What stands at an address by the host's own word, now: no kept copy of a file that changes stands in for it. */
export function loadFromHost(address: Address): Promise<ArticleAnswer> {
  return loadArticle(address, { files: HOST });
}
