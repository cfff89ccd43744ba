import { useEffect, useState } from 'react';
import type { OutlineHeading } from '#shared/post.ts';

/** How much of the window's height a heading must have passed to begin the section being read. */
const READ_AT = 0.3;
const FAR_PX = 10_000_000;

/**
 * The id of the last heading that has come up to where people read, or null above the first. Headings that are not in
 * the document yet are looked for again whenever `grown`, the number of parts that are, has changed.
 */
export function useCurrentHeading(headings: readonly OutlineHeading[], grown: number): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    const elements = headings.flatMap(({ id }) => document.getElementById(id) ?? []);
    const look = () => {
      const line = window.innerHeight * READ_AT;
      setCurrent(elements.findLast((element) => element.getBoundingClientRect().top <= line)?.id ?? null);
    };
    // A heading crosses the line in one direction or the other: between two of those moments nothing changes. All that
    // lies above counts as within, or a jump from the end to the start would cross unseen.
    const observer = new IntersectionObserver(look, { rootMargin: `${FAR_PX}px 0px -${(1 - READ_AT) * 100}% 0px` });
    for (const element of elements) observer.observe(element);
    return () => observer.disconnect();
    // Headings come with parts of the text that are attached outside React.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [headings, grown]);
  return current;
}
