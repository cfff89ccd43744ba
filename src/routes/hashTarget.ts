import { useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Moves the page and the focus to the element that a hash names. False when there is none. */
export function showTarget(hash: string): boolean {
  const target = targetOf(hash);
  if (target === null) return false;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
  return true;
}

/** Goes to the place in the address when it comes with a later part of a text, each of which must render anew. */
export function useLateTarget(): void {
  const { hash } = useLocation();
  const missing = useRef('');
  useLayoutEffect(() => {
    missing.current = targetOf(hash) === null ? hash : '';
  }, [hash]);
  useLayoutEffect(() => {
    if (showTarget(missing.current)) missing.current = '';
  });
}

function targetOf(hash: string): HTMLElement | null {
  if (hash.length < 2) return null;
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // Not UTF-8: no id is spelled like that.
  }
}
