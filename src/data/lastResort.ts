// What stands in for an article that does not come: what the device keeps of it, which this folder may not ask itself.
import type { Address } from '#shared/post.ts';
import type { ArticleAnswer } from './archiveClient.ts';

type Find = (address: Address) => Promise<ArticleAnswer | null>;

let find: Find = async () => null;

/** Says where to look for an article that neither the network nor the worker has. */
export function setLastResort(look: Find): void {
  find = look;
}

/** An answer, or where nothing lies at the address, or nothing came, what the device keeps of it. */
export async function orKept(address: Address, asked: Promise<ArticleAnswer>): Promise<ArticleAnswer> {
  const answer = await asked.catch((error: unknown) => ({ kind: 'failed', error }) as const);
  if (answer.kind !== 'missing' && answer.kind !== 'failed') return answer;
  const kept = await find(address).catch(() => null);
  if (kept) return kept;
  if (answer.kind === 'failed') throw answer.error;
  return answer;
}
