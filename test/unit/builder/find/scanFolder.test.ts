import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInside, scanFolder } from '#builder/find/scanFolder.ts';
import { Report } from '#builder/report.ts';
import { type Files, makeFolder } from '../folders.ts';
import { siteOf } from '../sites.ts';

function scan(paths: readonly string[], config = '') {
  const files: Files = Object.fromEntries(paths.map((path) => [path, '']));
  const report = new Report();
  const found = scanFolder(makeFolder(files), siteOf(config), { out: null, report });
  return { ...found, skipped: report.sorted().skipped.map(({ path }) => path) };
}

test.each([
  ['the post folder', '_posts/2024-05-31-tide.md'],
  ['a folder below it', '_posts/2024/may/2024-05-31-tide.md'],
  ['a post folder at any depth', 'harbour/pier/_posts/2024-05-31-tide.md'],
  ['short days', '_posts/24-5-1-tide.markdown'],
  ['any ending', '_posts/2024-05-31-tide.txt'],
  ['a name of blanks and Chinese', '_posts/2024-05-31-潮 汐.md'],
  ['an underscore folder further below', '_posts/2024/_old/2024-05-31-tide.md'],
])('posts are found in %s', (_name, path) => {
  expect(scan([path])).toEqual({ posts: [path], undated: [], others: [], skipped: [] });
});

test.each([
  ['a name without day', '_posts/tide.md'],
  ['a name without slug', '_posts/2024-05-31.md'],
  ['a name without ending', '_posts/2024-05-31-tide'],
  ['a hidden file', '_posts/.2024-05-31-tide.md'],
  ['a backup', '_posts/2024-05-31-tide.md~'],
  ['an editor’s lock', '_posts/#2024-05-31-tide.md'],
  ['an underscore', '_posts/_2024-05-31-tide.md'],
  ['an underscore folder', '_posts/_old/2024-05-31-tide.md'],
])('%s in a post folder is passed over and told', (_name, path) => {
  expect(scan([path])).toEqual({ posts: [], undated: [], others: [], skipped: [path] });
});

test.each([
  ['drafts', '_drafts/tide.md'],
  ['other underscore folders', '_site/2024/tide/index.html'],
  ['hidden folders', '.git/config'],
  ['hidden files', '.env'],
  ['Ruby’s and Node’s packages', 'node_modules/x/x.js'],
  ['a lock file', 'Gemfile.lock'],
  ['packages below vendor', 'vendor/bundle/x'],
  ['settings', '_config.yml'],
])('%s are no files to copy', (_name, path) => {
  expect(scan([path])).toEqual({ posts: [], undated: [], others: [], skipped: [] });
});

test('drafts are named in the report, and not published', () => {
  const report = new Report();
  const folder = makeFolder({ '_drafts/tide.md': '', 'harbour/_drafts/old/pier.md': '', '_drafts/.swp': '' });
  expect(scanFolder(folder, siteOf(), { out: null, report })).toEqual({ posts: [], undated: [], others: [] });
  expect(report.sorted().leftOut.map(({ file, found }) => [file, found])).toEqual([
    ['_drafts/tide.md', 'a draft'],
    ['harbour/_drafts/old/pier.md', 'a draft'],
  ]);
});

test('files are in the order of their code units, whatever the disk says', () => {
  const paths = [
    'b.png',
    'a.png',
    'Z.png',
    'é.png',
    '_posts/2024-05-31-b.md',
    '_posts/2024-05-31-B.md',
    '_posts/2024-05-30-c.md',
  ];
  expect(scan(paths)).toMatchObject({
    posts: ['_posts/2024-05-30-c.md', '_posts/2024-05-31-B.md', '_posts/2024-05-31-b.md'],
    undated: [],
    others: ['Z.png', 'a.png', 'b.png', 'é.png'],
  });
});

test('a folder’s files stand where its whole path belongs', () => {
  const paths = ['a-b/x.png', 'a/x.png', '_posts/a-b/2024-05-31-x.md', '_posts/a/2024-05-31-x.md'];
  expect(scan(paths)).toMatchObject({ posts: paths.slice(2), others: paths.slice(0, 2) });
});

describe('the settings', () => {
  test('name other post folders', () => {
    const { posts, others } = scan(
      ['old_post/2022-05-31-a.md', '_posts/2024-05-31-b.md', 'x/old_post/2022-05-31-c.md'],
      'broadsheet: { folders: [old_post] }',
    );
    expect(posts).toEqual(['old_post/2022-05-31-a.md', 'x/old_post/2022-05-31-c.md']);
    expect(others).toEqual([]);
  });

  test('put collections into a folder', () => {
    const paths = ['news/_posts/2024-05-31-a.md', '_posts/2024-05-31-b.md'];
    expect(scan(paths, 'collections_dir: news').posts).toEqual(['news/_posts/2024-05-31-a.md']);
  });

  test.each([
    ['a file', 'exclude: [tides.csv]', ['a/keep.csv']],
    ['a folder', 'exclude: [a/]', ['tides.csv']],
    ['a pattern', 'exclude: ["*.csv"]', []],
    ['a pattern over folders', 'exclude: ["a/**"]', ['tides.csv']],
    ['a pattern with one star over folders', 'exclude: ["a*v"]', ['tides.csv']],
    ['what begins with a text', 'exclude: [ti]', ['a/keep.csv']],
    ['nothing by a file’s name alone', 'exclude: [keep.csv]', ['a/keep.csv', 'tides.csv']],
    ['nothing by braces', 'exclude: ["{a,tides}*"]', ['a/keep.csv', 'tides.csv']],
    ['nothing by an empty text', 'exclude: ["/"]', ['a/keep.csv', 'tides.csv']],
    ['all but what is included', 'exclude: [a, t], include: [a/keep.csv, tides.csv]', ['tides.csv']],
  ])('leave out %s', (_name, config, others) => {
    expect(scan(['tides.csv', 'a/keep.csv'], `{ ${config} }`).others).toEqual(others);
  });

  test.each([
    ['a folder', '_posts/old'],
    ['a folder with its slash', '_posts/old/'],
    ['what begins with a text', '_posts/o'],
    ['a pattern', '*/old/*'],
  ])('leave out posts by %s, which is told', (_name, exclude) => {
    const [old, kept] = ['_posts/old/2022-05-31-tide.md', '_posts/2024-05-31-tide.md'];
    expect(scan([old, kept], `exclude: ["${exclude}"]`)).toEqual({
      posts: [kept],
      undated: [],
      others: [],
      skipped: [old],
    });
  });

  test('leave out a folder with its slash, but no file that begins like it', () => {
    expect(scan(['a/x.csv', 'ab.csv'], 'exclude: [a/]').others).toEqual(['ab.csv']);
  });

  test('leave out posts too, which is told', () => {
    const path = '_posts/2024-05-31-tide.md';
    expect(scan([path], `exclude: [${path}]`)).toMatchObject({ posts: [], skipped: [path] });
  });

  test('take in what is left out by default', () => {
    expect(scan(['vendor/bundle/x'], 'include: [vendor/bundle]').others).toEqual(['vendor/bundle/x']);
  });
});

test('links and folders that look like posts are no posts, and lead nowhere', () => {
  const folder = makeFolder({ '_posts/2024-05-31-tide.md': '', 'a.png': '' });
  mkdirSync(join(folder, '_posts/2024-05-31-folder.md'));
  symlinkSync('2024-05-31-tide.md', join(folder, '_posts/2024-05-31-link.md'));
  symlinkSync('..', join(folder, '_posts/loop'));
  symlinkSync('.', join(folder, 'loop'));
  const report = new Report();
  const found = scanFolder(folder, siteOf(), { out: null, report });
  expect(found).toEqual({ posts: ['_posts/2024-05-31-tide.md'], undated: [], others: ['a.png'] });
  expect(report.sorted().skipped.map(({ path }) => path)).toEqual(['_posts/2024-05-31-link.md', '_posts/loop']);
});

test('the site folder inside the Jekyll folder is not entered', () => {
  const folder = makeFolder({ 'public/index.html': '', 'a.png': '' });
  expect(scanFolder(folder, siteOf(), { out: join(folder, 'public'), report: new Report() }).others).toEqual(['a.png']);
});

test('a Jekyll folder that is not there throws', () => {
  expect(() => scanFolder(join(makeFolder(), 'gone'), siteOf(), { out: null, report: new Report() })).toThrow(/gone/);
});

test.each([
  ['a/b', 'a', true],
  ['a', 'a', true],
  ['a', 'a/b', false],
  ['ab', 'a', false],
  ['..a', '.', true],
])('%s is in %s: %s', (inner, outer, expected) => {
  const folder = makeFolder({ 'a/b/x': '', 'ab/x': '', '..a/x': '' });
  expect(isInside(join(folder, inner), join(folder, outer))).toBe(expected);
});

test.each([
  ['a known number without a date', '_posts/-202403010000000007.md', ['_posts/-202403010000000007.md']],
  ['a number that begins with no day', '_posts/-202413010000000007.md', []],
  ['a name that is no number', '_posts/about.md', []],
])('of names without a date, %s', (_name, path, undated) => {
  const found = scan([path], "broadsheet: { twin: '^-?(\\d{18})$' }");
  expect(found).toEqual({ posts: [], undated, others: [], skipped: [path] });
});
