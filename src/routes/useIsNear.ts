import { type RefCallback, useCallback, useState } from 'react';

const NEAR = '600px 0px';

/** Whether an element has come near the window, and the ref that watches it. Once near, it stays so. */
export function useIsNear(): readonly [isNear: boolean, watch: RefCallback<Element>] {
  const [isNear, setIsNear] = useState(false);
  const watch = useCallback((element: Element | null) => {
    if (element === null) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setIsNear(true);
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [isNear, watch];
}
