import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** Files by path: what a test puts into a folder, and what it finds in one. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A page and a script that stand for the built app. */
export const APP_FOLDER = 'test/fixtures/app';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files, gone when the test file is done. */
export function makeFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-unit-'));
  made.push(folder);
  putFiles(folder, files);
  return folder;
}

/** Writes files into a folder, in the order given. */
export function putFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file below a folder with its bytes in hexadecimal, in order of path. */
export function readFiles(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((child) => child.isFile())
    .map((child) => join(child.parentPath, child.name).slice(folder.length + 1));
  return Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(folder, path)).toString('hex')]));
}

/** The same of what a site folder serves: without the builder's own notes. */
export function readServed(out: string): Record<string, string> {
  return Object.fromEntries(Object.entries(readFiles(out)).filter(([path]) => !path.startsWith('.broadsheet/')));
}

/** The paths at which two folders differ: changed, added or gone. */
export function differences(before: Record<string, string>, after: Record<string, string>): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]).toSorted();
}
