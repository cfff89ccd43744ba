import { useCallback, useRef, useState } from 'react';
import type { Address } from '#shared/post.ts';
import { useLateTarget } from './hashTarget.ts';
import { useResume } from './useResume.ts';

/** What the parts of an article's screen share about its text. `grow` is to be called when a further part has come. */
export function useArticleText(address: Address) {
  const body = useRef<HTMLDivElement>(null);
  const [grown, setGrown] = useState(0);
  const [isResumed, setIsResumed] = useState(false);
  const grow = useCallback(() => setGrown((count) => count + 1), []);
  const startResume = useCallback(() => setIsResumed(true), []);
  const endResume = useCallback(() => setIsResumed(false), []);
  useLateTarget();
  useResume({ address, body }, startResume);
  return { body, grown, grow, isResumed, endResume };
}
