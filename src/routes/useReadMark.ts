import { useEffect } from 'react';
import { markRead } from '#device/readMarks.ts';
import type { Address } from '#shared/post.ts';

/** Who looks into an article and leaves at once has not read it. */
const LOOK_MS = 1000;

/** Marks an article as read when its text has been in sight for a moment. In a tab in the background it is not. */
export function useReadMark(address: Address): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(() => void markRead([address]), LOOK_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [address]);
}
