import { base } from '#data/base.ts';
import type { OwnStore } from './ownDatabase.ts';

let opened: BroadcastChannel | null | undefined;

// When it is first wanted: where pages are written, an open channel would keep the process from ending. Sites under one
// host share its channels. Where there are none, other tabs see changes when they are loaded anew.
function channel(): BroadcastChannel | null {
  if (opened === undefined) opened = open();
  return opened;
}

function open(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(`broadsheet ${base}`);
  } catch {
    return null; // Too old for it, or with the storage the channel is refused, too.
  }
}

/** Tells the other tabs of this site that a store has changed. */
export function tellTabs(store: OwnStore): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel is always of the page's origin.
  channel()?.postMessage(store);
}

/** Calls whenever another tab has changed a store. */
export function followTabs(store: OwnStore, changed: () => void): void {
  channel()?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === store) changed();
  });
}
