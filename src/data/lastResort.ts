// What stands in for an article that does not come: what the device keeps of it, which this folder may not ask itself.
import type { Address } from '#shared/post.ts';
import type { ArticleAnswer } from './archiveClient.ts';

type Find = (address: Address) => Promise<ArticleAnswer | null>;

const PATIENCE_MS = 5000;

let find: Find = async () => null;

/** Says where to look for an article that neither the network nor the worker has. */
export function setLastResort(look: Find): void {
  find = look;
}

/**
 * An answer, or what the device keeps of the article where nothing lies at the address, nothing comes, or nothing has
 * come after five seconds.
 */
export async function orKept(address: Address, asked: Promise<ArticleAnswer>): Promise<ArticleAnswer> {
  const settled = asked.catch((error: unknown) => ({ kind: 'failed', error }) as const);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const first = await Promise.race([settled, late]);
  if (first?.kind === 'article' || first?.kind === 'category') return first;
  const kept = await find(address).catch(() => null);
  const answer = kept ?? (await settled);
  if (answer.kind === 'failed') throw answer.error;
  return answer;
}
