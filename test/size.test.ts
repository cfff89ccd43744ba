// What a first visit loads before it can show anything, against the budgets of docs/design.md.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { APP, brotliKib, readAppBuild, readBuilt, scriptsOf, stylesOfPage } from './tools/readAppBuild.ts';
import { runCli } from './unit/builder/commands/runCli.ts';

// A setting of DOMPurify's that nothing else has, and that no minifier can rename.
const DOMPURIFY_MARK = 'SAFE_FOR_TEMPLATES';

const build = readAppBuild();
const languages = [...build.keys()].filter((source) => /^src\/messages\/[^/]+\.ts$/.test(source));
const isScript = (file: string) => file.endsWith('.js');
const hasDomPurify = (file: string) => isScript(file) && readBuilt(file).includes(DOMPURIFY_MARK);

test('there are languages to choose from, each in a file of its own', () => {
  expect(languages).toContain('src/messages/en.ts');
  expect(languages).toContain('src/messages/zh-Hans.ts');
});

test.each(languages)('first-load script is at most 90 KiB with %s', (language) => {
  expect(brotliKib(scriptsOf(build, ['index.html', language]))).toBeLessThanOrEqual(90);
});

test('DOMPurify is in a script, but in none of the first load', () => {
  const all = [...build.values()].map(({ file }) => file);
  expect(all.filter(hasDomPurify)).not.toEqual([]);
  expect([...scriptsOf(build, ['index.html', ...languages])].filter(hasDomPurify)).toEqual([]);
});

// The page of the worker and the web manifest are written by the publish.
test('the reader has at most 30 files', () => {
  const files = readdirSync(APP, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const kept = files.filter(({ name }) => !['sw.js', 'sw-remove.js', 'manifest.json', 'index.html'].includes(name));
  expect(kept.length + 2).toBeLessThanOrEqual(30);
});

const FIRST = ['index', 'attach'];

// What a module shares with those of another group belongs to `attach` in vite.config.ts, or brings all of that group.
test.each([
  ['routes/HomePage.tsx', [...FIRST, 'lists']],
  ['routes/StreamPage.tsx', [...FIRST, 'lists']],
  ['routes/DayPage.tsx', [...FIRST, 'lists']],
  ['routes/ArticlePage.tsx', [...FIRST, 'article']],
  ['routes/DirectoryPage.tsx', [...FIRST, 'places']],
  ['routes/ArchivePage.tsx', [...FIRST, 'places']],
  ['routes/StreamRows.tsx', [...FIRST, 'lists', 'rows']],
  ['routes/FrontAside.tsx', [...FIRST, 'lists', 'rows', 'afterLoad', 'front']],
  ['routes/afterLoad.ts', [...FIRST, 'afterLoad']],
  ['routes/overlays.tsx', [...FIRST, 'afterLoad', 'overlays']],
  ['article/PictureViewer.tsx', [...FIRST, 'afterLoad', 'overlays']],
  ['routes/SavedPage.tsx', [...FIRST, 'lists', 'places', 'overlays', 'afterLoad', 'own']],
])('%s brings few scripts, and only those of groups that it needs', (source, groups) => {
  const scripts = [...scriptsOf(build, ['index.html', 'src/routes/preparePage.tsx', `src/${source}`])];
  expect(scripts.map((file) => /^broadsheet\/(\w+)-/.exec(file)?.[1]).toSorted()).toEqual(groups.toSorted());
});

test('HTML and styles of the first load are at most 5 KiB', () => {
  expect(stylesOfPage()).not.toEqual([]);
  expect(brotliKib(['index.html', ...stylesOfPage()])).toBeLessThanOrEqual(5);
});

test('the real page of home, with its styles and data in it, is at most 20 KiB', () => {
  const out = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  try {
    expect(runCli(['publish', 'demo', out, '--future']).code).toBe(0);
    const home = readFileSync(join(out, 'index.html'));
    expect(home.toString('utf8')).toContain('id="page-data"');
    expect(brotliCompressSync(home).byteLength / 1024).toBeLessThanOrEqual(20);
  } finally {
    rmSync(out, { recursive: true });
  }
});
