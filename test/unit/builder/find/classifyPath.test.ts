import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathClassifier } from '#builder/find/classifyPath.ts';
import { scanFolder } from '#builder/find/scanFolder.ts';
import { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { makeFolder } from '../folders.ts';
import { siteOf } from '../sites.ts';

const CONFIG = [
  'exclude: [harbour/, "*.log", _posts/2024-01-02-tide.md]',
  'broadsheet: { twin: "^(?:NW)?(\\\\d{18})$" }',
].join('\n');
const SITES = { plain: siteOf(CONFIG), collected: siteOf(`${CONFIG}\ncollections_dir: news`) };
const siteName = fc.constantFrom('plain', 'collected');
const makeTree = (() => {
  const trees = makeFolder();
  return () => mkdtempSync(join(trees, 'tree-'));
})();

const folderName = fc.constantFrom('_posts', '_drafts', 'news', 'harbour', 'out', '_old', '.git', 'node_modules', '潮');
const fileName = fc.constantFrom(
  ...['2024-01-02-tide.md', '2024-01-02.md', 'tide.md', '202401020304050607.md', 'a.log', 'pier.png'],
  ...['_a.md', '.a.md', '#a.md', 'a.md~', 'Gemfile', '潮.md', '_posts'],
);
const path = fc
  .tuple(fc.array(folderName, { maxLength: 3 }), fileName)
  .map(([above, name]) => [...above, name].join('/'));
const what = fc.constantFrom('file', 'file', 'file', 'folder', 'link to a file', 'link to a folder');

/** Puts something at a path, unless what is there already stands in its way. */
function put(root: string, [at, kind]: readonly [string, string]): void {
  const absolute = join(root, at);
  try {
    mkdirSync(dirname(absolute), { recursive: true });
    if (kind === 'file') writeFileSync(absolute, '');
    else if (kind === 'folder') mkdirSync(absolute);
    else symlinkSync(kind === 'link to a file' ? 'pier.png' : '..', absolute);
  } catch {
    // Two paths of the tree do not go together.
  }
}

function scanned(root: string, site: Site) {
  const report = new Report();
  const { posts, undated, others } = scanFolder(root, site, { out: join(root, 'out'), report });
  const skipped = report.skipped.filter(({ reason }) => reason !== 'not a plain file').map(({ path: at }) => at);
  return {
    posts,
    undated,
    others,
    skipped: skipped.toSorted(),
    drafts: report.leftOut.map(({ file }) => file).toSorted(),
  };
}

function classified(root: string, site: Site) {
  const classify = pathClassifier(root, site, join(root, 'out'));
  // Without types, Node 20 would follow links, and loops.
  const children = readdirSync(root, { recursive: true, withFileTypes: true });
  const all = children.map(({ parentPath, name }) => relative(root, join(parentPath, name))).toSorted();
  const roles = all.map((at) => ({ at, ...classify(at) })).filter(({ isThere }) => isThere);
  const of = (kind: string) => roles.filter(({ role }) => role?.kind === kind).map(({ at }) => at);
  const undated = roles.filter(({ role }) => role?.kind === 'skipped' && role.isUndated).map(({ at }) => at);
  return { posts: of('post'), undated, others: of('other'), skipped: of('skipped'), drafts: of('draft') };
}

test('a look at every single path says what a walk says', () => {
  fc.assert(
    fc.property(siteName, fc.array(fc.tuple(path, what), { maxLength: 12 }), (name, tree) => {
      const root = makeTree();
      for (const planted of tree) put(root, planted);
      expect(classified(root, SITES[name])).toEqual(scanned(root, SITES[name]));
    }),
  );
});

test('a path that is gone has the role of its name', () => {
  const classify = pathClassifier(makeFolder({ harbour: 'a file' }), siteOf(), null);
  expect(classify('_posts/2024-01-02-tide.md')).toEqual({ role: { kind: 'post' }, isThere: false });
  expect(classify('harbour/pier.png')).toEqual({ role: { kind: 'other' }, isThere: false });
  expect(classify('_site/pier.png')).toEqual({ role: null, isThere: false });
});

test('a file below a link is not there, although it can be read', () => {
  const root = makeFolder({ 'news/_posts/2024-01-02-tide.md': '' });
  symlinkSync('news/_posts', join(root, '_posts'));
  const classify = pathClassifier(root, siteOf(), null);
  expect(classify('_posts/2024-01-02-tide.md').isThere).toBe(false);
  expect(classify('news/_posts/2024-01-02-tide.md').isThere).toBe(true);
});
