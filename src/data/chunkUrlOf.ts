import type { QueryClient } from '@tanstack/react-query';
import type { Chunk } from '#shared/archive.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { dataUrl } from './fetchFile.ts';

/** The URL of the chunk that an article came in; null where it came with its page. */
export function chunkUrlOf(client: QueryClient, address: Address): string | null {
  const folded = foldAddress(address);
  for (const [[, path], file] of client.getQueriesData<Partial<Chunk>>({ queryKey: ['file'] }))
    if (file?.articles?.some((article) => foldAddress(article.address) === folded))
      return new URL(dataUrl(String(path)), document.baseURI).href;
  return null;
}
