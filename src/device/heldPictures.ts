// Pictures of what can be taken back, in whichever tab. Each tab has a lock that bears their URLs as its name: a lock goes
// with its tab, however that is closed, and can be read by tabs that come later, and while its own tab sleeps.
import { base } from '#data/base.ts';

/** A lock of this tab, and how it is given up. */
type Hold = { readonly name: string; readonly release: () => void; readonly released: Promise<unknown> };

let held: Hold | null = null;
let releasing: Promise<unknown> = Promise.resolve();

/** Keeps other tabs from dropping these pictures, from now on and instead of those of before. Never throws. */
export function holdPictures(urls: readonly string[]): void {
  const name = prefix() + urls.join(' ');
  if (name === held?.name) return;
  const before = held;
  held = urls.length > 0 ? hold(name) : null;
  if (!before) return;
  before.release();
  releasing = before.released;
}

/** The URLs of the pictures that are held in any tab. Where there are no locks, nobody knows. Never rejects. */
export async function heldPictures(): Promise<readonly string[]> {
  try {
    await releasing;
    const { held: locks = [], pending = [] } = (await lockManager()?.query()) ?? {};
    const names = [...locks, ...pending].map(({ name = '' }) => name).filter((name) => name.startsWith(prefix()));
    return names.flatMap((name) => name.slice(prefix().length).split(' '));
  } catch {
    return []; // Where storage is refused, so are locks.
  }
}

function hold(name: string): Hold {
  const end = new AbortController();
  const until = new Promise((resolve) => end.signal.addEventListener('abort', resolve));
  // Shared: two tabs may have dropped the same.
  const released = lockManager()?.request(name, { mode: 'shared' }, () => until) ?? until;
  return { name, release: () => end.abort(), released: released.catch(() => {}) };
}

/** Sites under one host share its locks. */
function prefix(): string {
  return `broadsheet pictures ${base} `;
}

// Outside secure contexts there are none, whatever the types say.
function lockManager(): LockManager | undefined {
  return navigator.locks as LockManager | undefined;
}
