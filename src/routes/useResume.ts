import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { paragraphAt, placeIn } from '#article/paragraphs.ts';
import { knownPosition, loadPosition, savePosition } from '#device/positions.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { useIsReturn } from './arrival.ts';

const QUIET_MS = 400;

/** Where the reader left an article before they came to it by this history entry. */
export const positionQuery = (address: Address, key: string) =>
  queryOptions({
    queryKey: ['position', foldAddress(address), key],
    queryFn: () => loadPosition(foldAddress(address)),
    initialData: () => knownPosition(foldAddress(address)),
    staleTime: Number.POSITIVE_INFINITY,
  });

type Text = { readonly address: Address; readonly body: RefObject<HTMLDivElement | null> };

/**
 * Takes the reader of a long article to the paragraph where they left it, before it is painted, and remembers where they
 * are. Who comes by Back or to a place in the text is not moved. Suspends until the device has answered.
 */
export function useResume({ address, body }: Text, onResume: () => void): void {
  const { hash, key } = useLocation();
  const isReturn = useIsReturn();
  // Links within the text make new entries; what counts is the one that the reader arrived by.
  const [arrival] = useState({ key, isElsewhere: hash !== '' || isReturn });
  const { data: place } = useSuspenseQuery(positionQuery(address, arrival.key));
  const isOver = useRef(arrival.isElsewhere || place === null);

  // The paragraph may come with any part of the text, and every part renders anew.
  useLayoutEffect(() => {
    const paragraph = isOver.current || !body.current || !place ? null : paragraphAt(body.current, place);
    if (!paragraph) return;
    isOver.current = true;
    // A part that comes late must not take the text away from under the reader's eyes.
    if (window.scrollY > 0) return;
    paragraph.scrollIntoView();
    onResume();
  });
  useKeptPosition(address, body);
}

/** Remembers where the reader is whenever the page comes to rest, and when they leave. */
function useKeptPosition(address: Address, body: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const root = body.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      if (root?.isConnected) void savePosition(foldAddress(address), placeIn(root));
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(save, QUIET_MS);
    };
    window.addEventListener('scroll', wait, { passive: true });
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', wait);
      window.removeEventListener('pagehide', save);
    };
  }, [address, body]);
}
