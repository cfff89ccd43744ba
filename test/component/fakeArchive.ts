// A published site in memory, written by the builder's own file writers, for tests that fake nothing but the network.
import { dayFiles } from '#builder/files/dayFiles.ts';
import { type DataFile, groupBy, jsonFile } from '#builder/files/dataFile.ts';
import { cutChunks, packChunk } from '#builder/files/chunks.ts';
import type { DayRow } from '#builder/files/dayChange.ts';
import { sectionsOf } from '#builder/files/directories.ts';
import { finishLists } from '#builder/files/finishLists.ts';
import { Touched } from '#builder/Touched.ts';
import { ListChanges } from '#builder/files/ListChanges.ts';
import { reviseLinks } from '#builder/files/reviseLinks.ts';
import { StreamNames } from '#builder/files/StreamNames.ts';
import { FORMAT, type Manifest, NEWEST_COUNT, type SiteFacts } from '#shared/archive.ts';
import { dayInAddress, foldAddress, MANIFEST_FILE } from '#shared/paths.ts';
import type { Address, Article, Day, Headline } from '#shared/post.ts';
import { memoryFiles } from '../unit/builder/files/memoryFiles.ts';

/**
 * What a test says of a post; all else is invented. `redirects` are old addresses that lead to it, `problems` is how
 * many were reported of it.
 */
export type FakePost = Partial<Article & Headline> & Partial<Beside>;

type Beside = { readonly redirects: readonly Address[]; readonly problems: number };

/** A site that a test can look into, break and ask. */
export type FakeArchive = {
  /** Data files by their path below `data/`. A test may take out or replace any. */
  readonly files: Map<string, Uint8Array>;
  /** The paths asked for, in order. */
  readonly asked: string[];
  /** Whether the network is gone. */
  isOffline: boolean;
  /** Stands in for `fetch`: `vi.stubGlobal('fetch', archive.fetch)`. */
  readonly fetch: typeof fetch;
};

type Post = Beside & { readonly article: Article; readonly headline: Headline };

const SITE: SiteFacts = { title: '晨报', lang: 'zh-CN', timezone: 'Asia/Shanghai' };
const FIRST_POST_MS = Date.UTC(2024, 4, 31, 9, 0);
const HOUR_MS = 3_600_000;

/** An archive of these posts. Those without a `date` follow one another an hour apart, the first newest. */
export function fakeArchive(posts: readonly FakePost[], site: Partial<SiteFacts> = {}): FakeArchive {
  const all = posts.map(inventPost).toSorted((a, b) => (a.article.date < b.article.date ? 1 : -1));
  const { held, names } = listsOf(all, SITE.title);
  const written = [...filesOfDays(all), jsonFile(MANIFEST_FILE, manifestOf(all, names, { ...SITE, ...site }))];
  return serveFiles(new Map([...held, ...written.map(({ path, bytes }) => [path, bytes] as const)]));
}

/** A number of posts, an hour apart, named `第 1 篇`, `第 2 篇` …: for lists. */
export function manyPosts(count: number, each: FakePost = {}): readonly FakePost[] {
  return Array.from({ length: count }, (_post, index) => ({ title: `第 ${index + 1} 篇`, ...each }));
}

function inventPost({ redirects = [], problems = 0, picture, ...given }: FakePost, index: number): Post {
  const local = new Date(FIRST_POST_MS - index * HOUR_MS).toISOString().slice(0, 19);
  const date = given.date ?? `${local}+08:00`;
  const day = date.slice(0, 10);
  const address = given.address ?? `/news/${day.replaceAll('-', '/')}/post-${index + 1}.html`;
  const article = {
    address,
    title: `第 ${index + 1} 篇`,
    time: date.slice(0, 16),
    html: '<p>正文。</p>',
    ...given,
    date,
  };
  const { html: _html, date: _date, original: _original, reporters: _reporters, captions: _captions, ...row } = article;
  return { article, headline: { ...row, ...(picture && { picture }) }, redirects, problems };
}

/** The lists of these posts, the newest first. */
function listsOf(posts: readonly Post[], title: string) {
  const [files, names] = [memoryFiles(), new StreamNames()];
  const days = groupBy(posts, dayOfPost);
  const run = { files, names, site: { title, settings: { names: 'posts', source: { brackets: false } } } } as const;
  const lists = new ListChanges({ ...run, touched: new Touched() });
  for (const [day, ofDay] of days) {
    const problems = ofDay.reduce((sum, post) => sum + post.problems, 0);
    lists.add({ day, before: [], after: ofDay.map(rowOf), problems });
  }
  lists.revise();
  reviseLinks(hiddenDays(posts), files);
  finishLists(run, (day) => (days.get(day) ?? []).map(({ article }) => article.mentions ?? []));
  return { held: files.held, names };
}

function rowOf({ article, headline }: Post): DayRow {
  return { date: article.date, address: article.address, json: JSON.stringify(headline), headline };
}

function filesOfDays(posts: readonly Post[]): readonly DataFile[] {
  return [...groupBy(posts, dayOfPost)].flatMap(([day, newestFirst]) => {
    const inOrder = newestFirst.toReversed().map(({ article, redirects }) => {
      const json = JSON.stringify(article);
      const { address } = article;
      const old = redirects.map(foldAddress);
      return { json, sizeBytes: json.length, folded: foldAddress(address), address, redirects: old };
    });
    const chunks = cutChunks(inOrder).map((chunk) => {
      const jsons = chunk.map(({ json }) => json);
      return { ...packChunk(day, jsons), posts: chunk.map(({ folded }) => folded) };
    });
    const packed = chunks.map(({ hash, bytes }): DataFile => ({ path: `posts/${hash.slice(0, 2)}/${hash}`, bytes }));
    return [...packed, ...dayFiles(day, chunks, inOrder)];
  });
}

function hiddenDays(posts: readonly Post[]): ReadonlyMap<string, Day> {
  const leading = posts.flatMap((post) => {
    return [post.article.address, ...post.redirects].map((address) => [foldAddress(address), dayOfPost(post)] as const);
  });
  return new Map(leading.filter(([folded, day]) => dayInAddress(folded) !== day));
}

function dayOfPost({ article }: Post): Day {
  return article.date.slice(0, 10);
}

function manifestOf(posts: readonly Post[], names: StreamNames, site: SiteFacts): Manifest {
  const [newest, oldest] = [posts[0], posts.at(-1)];
  return {
    format: FORMAT,
    site,
    generation: 'a',
    publishedAt: '2024-05-31T06:32:00Z',
    count: posts.length,
    ...(newest && oldest && { firstDay: dayOfPost(oldest), lastDay: dayOfPost(newest) }),
    newest: posts.slice(0, NEWEST_COUNT).map(({ headline }) => headline),
    sections: sectionsOf(names),
    volumes: [],
  };
}

function serveFiles(files: Map<string, Uint8Array>): FakeArchive {
  const archive: FakeArchive = {
    files,
    asked: [],
    isOffline: false,
    fetch: async (url) => {
      const path = String(url).replace(/^.*?\/data\//, '');
      archive.asked.push(path);
      if (archive.isOffline) throw new TypeError('Failed to fetch');
      const bytes = files.get(path);
      if (bytes === undefined) return new Response('Not found', { status: 404 });
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/json' } });
    },
  };
  return archive;
}
