import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { chunkUrlOf } from '#data/chunkUrlOf.ts';
import { tellWorker } from '#device/tellWorker.ts';
import type { Address } from '#shared/post.ts';

/** Whoever stays that long has opened the article, and the worker has kept it. */
const STAY_MS = 3000;

/** Has the worker keep an article longer than those that were only asked for ahead. */
export function useKeepRead(address: Address): void {
  const client = useQueryClient();
  useEffect(() => {
    const timer = setTimeout(() => {
      const url = chunkUrlOf(client, address);
      if (url !== null) tellWorker({ kind: 'read', urls: [url] });
    }, STAY_MS);
    return () => clearTimeout(timer);
  }, [client, address]);
}
