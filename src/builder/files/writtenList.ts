import type { Written } from './SiteWriter.ts';

/**
 * What to do on a host so that it has what a publish wrote: a line `put <path>` for each file to upload, in the order in
 * which that is safe, then a line `delete <path>` for each that may go. A path with a line break or another control
 * character is written as JSON.
 */
export function writtenList({ written, removed }: Pick<Written, 'written' | 'removed'>): string {
  const puts = written.map((path) => `put ${lineOf(path)}\n`);
  const deletions = removed.map((path) => `delete ${lineOf(path)}\n`);
  return [...puts, ...deletions].join('');
}

function lineOf(path: string): string {
  return /[\0-\x1f]|^"/.test(path) ? JSON.stringify(path) : path;
}
