import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';

const loadRecovery = () => import('./recover.ts');

/**
 * Forgets what failed, so that whatever the reader opens next is asked for anew, and has it tried again unseen. Gives
 * what does so on the reader's word.
 */
export function useRecovery(error: unknown, retry: () => void): () => void {
  const client = useQueryClient();
  const [failed] = useState(() =>
    client.getQueryCache().findAll({ predicate: ({ state }) => state.status === 'error' }),
  );
  const again = useEffectEvent(retry);
  useEffect(() => {
    for (const query of failed) client.getQueryCache().remove(query);
    let end = () => {};
    let isOver = false;
    void loadRecovery().then(({ recover }) => {
      if (!isOver) end = recover({ client, error, failed, retry: () => again() });
    }, console.warn);
    return () => {
      isOver = true;
      end();
    };
  }, [client, error, failed]);
  return () => void loadRecovery().then(({ tryNow }) => tryNow(error, retry), retry);
}
