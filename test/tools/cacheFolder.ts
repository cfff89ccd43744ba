import { homedir } from 'node:os';
import { join } from 'node:path';

/** A folder of ours among this user's caches: what lies there survives a clean checkout and may be deleted any time. */
export function cacheFolder(...names: readonly string[]): string {
  return join(userCaches(), 'broadsheet', ...names);
}

function userCaches(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || join(homedir(), '.cache');
}
