import { addressOfFile } from '#builder/files/staticFiles.ts';
import { foldAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';

// What the file systems of hosts allow a name at most.
const MAX_NAME_BYTES = 255;

// What no file name may hold, or no host finds again: control characters, slashes that were encoded, half characters.
const UNFIT = /[\u0000-\u001f\u007f\\/\p{Surrogate}]/u;

/** What lies in the site beside its pages. */
export type Beside = {
  /** Whether a file of the site lies at a path. */
  readonly isFile: (path: string) => boolean;
  /** Whether files of the site lie below a path. */
  readonly isFolder: (path: string) => boolean;
};

const NOTHING: Beside = { isFile: () => false, isFolder: () => false };

/**
 * The file that a host answers with for an address, as Jekyll would write it; null where there can be none, or another
 * file of the site is in its way. Addresses that are not the same when folded never share one. Such an address opens by the host's fallback page.
 */
export function pageFile(address: Address, { isFile, isFolder }: Beside = NOTHING): string | null {
  const names = namesIn(address);
  if (names === null) return null;
  const path = names.join('/');
  // Another page's file: `/a/index` would lie where `/a/` does.
  if (addressOfFile(path) !== foldAddress(address)) return null;
  const isBlocked =
    isFolder(path) || names.some((_name, index) => index > 0 && isFile(names.slice(0, index).join('/')));
  return isBlocked ? null : path;
}

/** The names of the folders and, last, of the file. */
function namesIn(address: Address): readonly string[] | null {
  if (!/^\/[^?#]*$/.test(address)) return null;
  const folders = address.slice(1).split('/').map(decoded);
  const last = folders.pop() ?? null;
  const file = last === '' ? 'index.html' : last && (last.endsWith('.html') ? last : `${last}.html`);
  // A folder that is called like a page would stand where the page of another address lies.
  if (folders.some((name) => name?.endsWith('.html'))) return null;
  const names = [...folders, file];
  return names.every(isFit) ? names : null;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    return null; // Not UTF-8: no name says such bytes everywhere.
  }
}

function isFit(name: string | null): name is string {
  // Names with a dot first are hidden, and so is every `..`.
  if (name === null || name === '' || name.startsWith('.') || UNFIT.test(name)) return false;
  return Buffer.byteLength(name) <= MAX_NAME_BYTES;
}
