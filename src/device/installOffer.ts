import { useSyncExternalStore } from 'react';
import { kept } from './keepOffer.ts';

const EVENTS = ['beforeinstallprompt', 'appinstalled', 'offer used'];

addEventListener('appinstalled', () => {
  kept.offer = null;
});

/** Whether the site can be installed now; the component renders again when that changes. */
export function useCanInstall(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => kept.offer !== null,
    () => false,
  );
}

/** Asks the reader, in the browser's own words. An offer can be used once; a new one may come later. */
export async function install(): Promise<void> {
  const { offer } = kept;
  kept.offer = null;
  dispatchEvent(new Event('offer used'));
  await offer?.prompt().catch(console.warn);
}

function subscribe(listener: () => void): () => void {
  for (const name of EVENTS) addEventListener(name, listener);
  return () => {
    for (const name of EVENTS) removeEventListener(name, listener);
  };
}
