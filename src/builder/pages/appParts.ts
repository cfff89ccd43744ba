import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localeFor } from '#messages/messages.ts';
import type { Site } from '#builder/site.ts';
import { codeOf } from '#builder/files/WriteError.ts';

/** The kinds of screens that have pages. */
export const SCREENS = ['home', 'stream', 'day', 'directory', 'archive', 'article'] as const;
export type Screen = (typeof SCREENS)[number];

/** What the first view of a screen needs of the built app, as paths in the site. */
export type AppParts = { readonly styles: readonly string[]; readonly chunks: readonly string[] };

/** What Vite writes of a part of the app. */
type Part = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] };
type Parts = Readonly<Record<string, Part>>;

const ENTRY = 'index.html';
const ATTACH = 'src/routes/preparePage.tsx';
const PARTS_FILE = '.vite/manifest.json';
const LAZY: Readonly<Record<Screen, readonly string[]>> = {
  home: ['src/routes/HomePage.tsx'],
  stream: ['src/routes/StreamPage.tsx'],
  day: ['src/routes/DayPage.tsx'],
  directory: ['src/routes/DirectoryPage.tsx'],
  archive: ['src/routes/ArchivePage.tsx'],
  article: ['src/routes/ArticlePage.tsx'],
};

/**
 * The styles that a screen's first view needs, in the order in which they count, and the scripts beside the first one
 * that it will ask for. An app without a list of its parts has none.
 */
export function appParts(appFolder: string, screen: Screen, { lang }: Pick<Site, 'lang'>): AppParts {
  const parts = readParts(appFolder);
  const words = `src/messages/${localeFor([lang])}.ts`;
  const [styles, chunks] = [new Set<string>(), new Set<string>()];
  const seen = new Set<string>();
  const add = (name: string) => {
    const part = parts[name];
    if (!part || seen.has(name)) return;
    seen.add(name);
    for (const imported of part.imports ?? []) add(imported);
    for (const style of part.css ?? []) styles.add(style);
    if (name !== ENTRY) chunks.add(part.file);
  };
  for (const name of [ENTRY, ATTACH, ...LAZY[screen], words]) add(name);
  return { styles: [...styles], chunks: [...chunks] };
}

/** The bytes by which one build of the app differs from another: its page, and the list of its parts, all named by hash. */
export function appIdentity(appFolder: string): readonly Buffer[] {
  return [ENTRY, PARTS_FILE].map((path) => readOrEmpty(join(appFolder, path)));
}

function readParts(appFolder: string): Parts {
  const bytes = readOrEmpty(join(appFolder, PARTS_FILE));
  return bytes.length === 0 ? {} : (JSON.parse(bytes.toString('utf8')) as Parts); // Our own build wrote it.
}

function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return Buffer.alloc(0);
    throw cause;
  }
}
