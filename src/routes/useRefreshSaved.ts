import { useEffect } from 'react';
import { refreshSaved } from '#device/refreshSaved.ts';
import { isSavingData } from '#device/saveData.ts';
import type { Address } from '#shared/post.ts';

/** Has the saved copy of what is opened replaced, where the publisher has corrected the article since. */
export function useRefreshSaved(address: Address): void {
  // Whether it is saved is asked then, and not followed: who saves it while they read has its newest text.
  useEffect(() => {
    if (!isSavingData()) void refreshSaved(address);
  }, [address]);
}
