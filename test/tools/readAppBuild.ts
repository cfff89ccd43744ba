import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Where the built app is. */
export const APP = 'dist/app';

/** What Vite's manifest says of one built file, as far as sizes need it. */
export type Built = {
  readonly file: string;
  readonly imports?: readonly string[];
};

/** The built app: source file → built file. */
export type AppBuild = ReadonlyMap<string, Built>;

/** Reads which source became which file in the last build of the app. Throws when there is none. */
export function readAppBuild(): AppBuild {
  const manifest = join(APP, '.vite', 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${manifest} is missing: run npm run build first`);
  // Written by the build a moment ago, and a wrong shape fails every test that reads it.
  return new Map(Object.entries(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Built>));
}

/** The scripts that the given sources need before they run: their own and all they import, lazy ones aside. */
export function scriptsOf(build: AppBuild, sources: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const waiting = [...sources];
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    const built = build.get(source);
    if (!built) throw new Error(`${source} is not in the built app`);
    if (seen.has(source)) continue;
    seen.add(source);
    files.add(built.file);
    waiting.push(...(built.imports ?? []));
  }
  return files;
}

/** The styles that the page waits for before it shows anything. */
export function stylesOfPage(): string[] {
  const links = readBuilt('index.html').matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/g);
  return Array.from(links, ([, file = '']) => file);
}

/** The text of a built file. */
export function readBuilt(file: string): string {
  return readFileSync(join(APP, file), 'utf8');
}

/** What files take on the wire from a host that compresses with brotli, in KiB. */
export function brotliKib(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += brotliCompressSync(readFileSync(join(APP, file))).byteLength;
  return bytes / 1024;
}
