// The demo shows what Broadsheet does; here it is held to that.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspectArticles } from '#builder/inspectArticles.ts';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import type { Manifest } from '#shared/archive.ts';
import { type Article, dayOf } from '#shared/post.ts';
import { APP_FOLDER, makeFolder } from './folders.ts';

type Line = {
  readonly path: string;
  readonly twins?: readonly string[];
  readonly steps: Readonly<Record<string, unknown>>;
};

const NOW_MS = Date.UTC(2026, 10, 22);
const OUT = makeFolder();
const { posts, report } = await publish({ folder: 'demo', out: OUT, appFolder: APP_FOLDER, nowMs: NOW_MS });
const ARTICLES = articlesIn(join(OUT, 'data/posts'));
const DAYS = [...new Set(ARTICLES.map(dayOf))].toSorted();

// Chunks are as publish() has just written them.
function articlesIn(folder: string): readonly Article[] {
  const chunks = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((child) => child.isFile());
  return chunks.flatMap(({ parentPath, name }) => {
    const chunk = JSON.parse(gunzipSync(readFileSync(join(parentPath, name))).toString()) as { articles: Article[] };
    return chunk.articles;
  });
}

function namesOf(of: (article: Article) => readonly (string | undefined)[] | undefined): ReadonlySet<string> {
  return new Set(ARTICLES.flatMap((article) => of(article) ?? []).filter((name) => name !== undefined));
}

test('the demo publishes and verifies; its one damaged post is recovered, to be seen in the calendar', () => {
  expect(new Set(report.problems.map(({ file }) => file))).toEqual(new Set(['_posts/2026-11-17-ferry-name.md']));
  expect(verify(OUT)).toMatchObject({ articles: posts, problems: [] });
  expect(ARTICLES.length).toBe(posts);
});

test('the demo has enough for every list: months of two years, and several articles on the newest day', () => {
  expect(posts).toBeGreaterThanOrEqual(60);
  expect(new Set(DAYS.map((day) => day.slice(0, 7))).size).toBe(12);
  expect([DAYS[0]?.slice(0, 4), DAYS.at(-1)]).toEqual(['2025', '2026-11-21']);
  const newest = ARTICLES.filter((article) => dayOf(article) === '2026-11-21');
  expect(new Set(newest.map(({ time }) => time)).size).toBeGreaterThanOrEqual(5);
});

test('the demo has enough for every directory', () => {
  expect(namesOf(({ categories }) => categories).size).toBeGreaterThanOrEqual(10);
  expect(namesOf(({ tags }) => tags).size).toBeGreaterThanOrEqual(20);
  expect(namesOf(({ source }) => [source]).size).toBeGreaterThanOrEqual(4);
  expect(namesOf(({ mentions }) => mentions?.map(({ code }) => code)).size).toBeGreaterThanOrEqual(6);
});

test('the demo is in Chinese of both scripts and, a fifth of it, in English', () => {
  expect(namesOf(({ lang }) => [lang])).toEqual(new Set(['en', 'zh-Hant']));
  expect(5 * ARTICLES.filter(({ lang }) => lang === 'en').length).toBeGreaterThanOrEqual(posts);
});

test('the newest article of the demo can lead: it has a digest and a picture', () => {
  const manifest = JSON.parse(readFileSync(join(OUT, 'data/manifest.json'), 'utf8')) as Manifest; // Just written by publish().
  expect(manifest.newest[0]).toMatchObject({ digest: expect.any(String), picture: { width: 960, height: 600 } });
});

test('the demo has two pairs of twins, whose rules hit', () => {
  const lines = [...inspectArticles('demo', NOW_MS).lines] as Line[]; // Lines are as inspectArticles writes them.
  const best = lines.filter(({ twins }) => twins?.length === 1);
  expect(best.map(({ path }) => path)).toEqual([
    '_posts/2026-11-21-202611211015003301.md',
    '_posts/2026-11-19-202611190840001207.md',
  ]);
  const steps = [
    'cutTail',
    'takeSource',
    'wrapFigures',
    'makeHeadings',
    'outlineHeadings',
    'takeDigest',
    'sizePictures',
  ];
  for (const one of best) expect(Object.keys(one.steps)).toEqual(expect.arrayContaining(steps));
  for (const name of ['takeCharts', 'takeMentions', 'attachCaptions']) expect(best[0]?.steps).toHaveProperty(name);
  expect(best[1]?.steps).toHaveProperty('listLoneCaptions');
});
