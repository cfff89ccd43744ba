// A published site in memory, written by the builder's own file writers, for tests that fake nothing but the network.
import { dayFiles } from '#builder/files/dayFiles.ts';
import { type DataFile, groupBy, jsonFile } from '#builder/files/dataFile.ts';
import { cutChunks, packChunk } from '#builder/files/chunks.ts';
import { sectionOf, sectionStreams } from '#builder/files/directories.ts';
import { mostMentioned } from '#builder/files/front.ts';
import { linkFiles } from '#builder/files/linkFiles.ts';
import { listFiles } from '#builder/files/listFiles.ts';
import type { Placed } from '#builder/files/placePosts.ts';
import type { Row, Stream } from '#builder/files/streamFiles.ts';
import {
  FORMAT,
  type Manifest,
  type MentionCount,
  type NamedKind,
  NEWEST_COUNT,
  type SiteFacts,
} from '#shared/archive.ts';
import { dayInAddress, foldAddress, MANIFEST_FILE, slugOf } from '#shared/paths.ts';
import type { Address, Article, Day, Headline } from '#shared/post.ts';

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
  const streams = streamsOf(all);
  const written = [
    ...listFiles(streams, { mentions: mentionsOf(all), problems: problemsOf(all) }),
    ...filesOfDays(all),
    ...linkFiles(hiddenDays(all)),
    jsonFile(MANIFEST_FILE, manifestOf(all, streams, { ...SITE, ...site })),
  ];
  return serveFiles(new Map(written.map(({ path, bytes }) => [path, bytes])));
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

function streamsOf(posts: readonly Post[]): readonly Stream[] {
  const named = (kind: NamedKind, namesOf: (post: Post) => readonly string[] | undefined) => {
    const placed = posts.flatMap((post) => (namesOf(post) ?? []).map((name) => ({ name, post })));
    return [...groupBy(placed, ({ name }) => slugOf(name))].map(([slug, group]): Stream => {
      return { kind, slug, name: group[0]?.name ?? slug, rows: group.map(({ post }) => rowOf(post)) };
    });
  };
  return [
    { kind: 'all', slug: '', name: SITE.title, rows: posts.map(rowOf) },
    ...named('category', ({ article }) => article.categories),
    ...named('tag', ({ article }) => article.tags),
    ...named('source', ({ article }) => (article.source ? [article.source] : [])),
  ];
}

function mentionsOf(posts: readonly Post[]): readonly MentionCount[] {
  const lastDay = posts.filter((post, _index, [newest]) => newest && dayOfPost(post) === dayOfPost(newest));
  return mostMentioned(lastDay.map(({ article }) => article));
}

function problemsOf(posts: readonly Post[]): ReadonlyMap<Day, number> {
  const counts = new Map<Day, number>();
  for (const post of posts) counts.set(dayOfPost(post), (counts.get(dayOfPost(post)) ?? 0) + post.problems);
  return counts;
}

function rowOf({ article, headline }: Post): Row {
  return { date: article.date, address: article.address, json: JSON.stringify(headline) };
}

function filesOfDays(posts: readonly Post[]): readonly DataFile[] {
  return [...groupBy(posts, dayOfPost)].flatMap(([day, newestFirst]) => {
    const entries = newestFirst.toReversed().map((post) => ({ ...post, folded: foldAddress(post.article.address) }));
    const chunks = cutChunks(entries).map((chunk) => packChunk(day, chunk));
    const redirects: readonly Pick<Placed, 'address' | 'redirects'>[] = entries.map(({ article, redirects }) => {
      return { address: article.address, redirects: redirects.map(foldAddress) };
    });
    const packed = chunks.map(({ hash, bytes }): DataFile => ({ path: `posts/${hash.slice(0, 2)}/${hash}`, bytes }));
    // `dayFiles` reads nothing else of what is placed.
    return [...packed, ...dayFiles(day, chunks, redirects as readonly Placed[])];
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

function manifestOf(posts: readonly Post[], streams: readonly Stream[], site: SiteFacts): Manifest {
  const [newest, oldest] = [posts[0], posts.at(-1)];
  return {
    format: FORMAT,
    site,
    generation: 'a',
    publishedAt: '2024-05-31T06:32:00Z',
    count: posts.length,
    ...(newest && oldest && { firstDay: dayOfPost(oldest), lastDay: dayOfPost(newest) }),
    newest: posts.slice(0, NEWEST_COUNT).map(({ headline }) => headline),
    sections: sectionStreams(streams).map(sectionOf),
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
