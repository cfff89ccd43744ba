import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Location, useLocation, useNavigationType } from 'react-router';
import { showTarget } from './hashTarget.ts';
import { usePlace } from './place.ts';

const STORE = 'broadsheet:scroll';
const positions = new Map<string, number>(readPositions());
let hasNavigated = false;

/**
 * What a screen does when its content is there: it names the window, and after navigation moves the focus to its
 * heading and the page to its top, or back to where the reader left it. The scroll position is the browser's otherwise
 * only for pages it loads itself. A list that the address names a place in sees to its own.
 */
export function useArrival(title: string, { isList = false } = {}): void {
  const place = usePlace();
  const isPlaced = isList && place !== null;
  const here = useLocation();
  const { pathname, search, hash } = here;
  const type = useNavigationType();
  const visit = visitOf(here);

  useEffect(() => {
    document.title = title;
  }, [title]);

  const shown = useRef<string | null>(null);
  const arrived = useRef<string | null>(null);
  useLayoutEffect(() => {
    // Back to the very entry one is at: what lay over the screen was closed (see holdBack), and nobody has moved.
    if (arrived.current === visit) return;
    arrived.current = visit;
    const isNewScreen = shown.current === null;
    const isSamePlace = shown.current === pathname + search;
    shown.current = pathname + search;
    // A list that grew replaces its own address: the reader stays where they are.
    if (type === 'REPLACE' && !isNewScreen) return;
    // A list goes to its place by itself, and gives the row the focus that the reader comes back to.
    if (isPlaced) {
      if (type !== 'POP') focusHeading();
      hasNavigated = true;
      return;
    }
    const position = type === 'POP' ? positions.get(visit) : undefined;
    if (position !== undefined) window.scrollTo(0, position);
    else if (showTarget(hash) || (isSamePlace && hash !== '')) {
      hasNavigated = true;
      return;
    } else if (type !== 'POP' || hasNavigated) window.scrollTo(0, 0); // The page that a browser loads itself, it places.
    if (hasNavigated) focusHeading();
    hasNavigated = true;
  }, [visit, type, pathname, search, hash, isPlaced]);

  // Before the next screen moves the page, this one must have stopped listening.
  useLayoutEffect(() => {
    const keep = () => positions.set(visit, window.scrollY);
    const store = () => storePositions();
    keep(); // Who never scrolls comes back to here, too.
    window.addEventListener('scroll', keep, { passive: true });
    window.addEventListener('pagehide', store);
    return () => {
      window.removeEventListener('scroll', keep);
      window.removeEventListener('pagehide', store);
    };
  }, [visit]);
}

/** Whether the reader has come back, by the browser's own ways, to a page whose place was kept. */
export function useIsReturn(): boolean {
  const here = useLocation();
  return useNavigationType() === 'POP' && positions.has(visitOf(here));
}

function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

// The first visit after every page load has the same key, so the address is part of the name.
function visitOf({ key, pathname, search, hash }: Location): string {
  return `${key} ${pathname}${search}${hash}`;
}

function readPositions(): readonly [string, number][] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter((pair): pair is [string, number] => Array.isArray(pair) && typeof pair[1] === 'number');
  } catch {
    return []; // No storage, or not ours: the reader begins at the top.
  }
}

function storePositions(): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify([...positions].slice(-100)));
  } catch {
    // Storage is refused or full: only a reload would have needed it.
  }
}
