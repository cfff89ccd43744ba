import { useEffect, useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const STORE = 'broadsheet:scroll';
const positions = new Map<string, number>(readPositions());
let hasNavigated = false;

/**
 * What a screen does when its content is there: it names the window, and after navigation moves the focus to its
 * heading and the page to its top, or back to where the reader left it. The scroll position is the browser's otherwise
 * only for pages it loads itself.
 */
export function useArrival(title: string): void {
  const { key } = useLocation();
  const type = useNavigationType();

  useEffect(() => {
    document.title = title;
  }, [title]);

  useLayoutEffect(() => {
    // A list that grew replaces its own address: the reader stays where they are.
    if (type === 'REPLACE' && hasNavigated) return;
    const position = type === 'POP' ? positions.get(key) : 0;
    if (position !== undefined) window.scrollTo(0, position);
    if (hasNavigated) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    hasNavigated = true;
  }, [key, type]);

  useEffect(() => {
    const keep = () => positions.set(key, window.scrollY);
    const store = () => storePositions();
    window.addEventListener('scroll', keep, { passive: true });
    window.addEventListener('pagehide', store);
    return () => {
      window.removeEventListener('scroll', keep);
      window.removeEventListener('pagehide', store);
    };
  }, [key]);
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
