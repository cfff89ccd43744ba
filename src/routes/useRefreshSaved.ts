import { useEffect } from 'react';
import { useMarks } from '#device/marks.ts';
import { refreshSaved } from '#device/refreshSaved.ts';
import type { Address } from '#shared/post.ts';

/** Has the saved copy of what is read replaced, where the publisher has corrected the article since. */
export function useRefreshSaved(address: Address): void {
  const isSaved = useMarks().saved.has(address);
  useEffect(() => {
    if (isSaved) void refreshSaved(address);
  }, [address, isSaved]);
}
