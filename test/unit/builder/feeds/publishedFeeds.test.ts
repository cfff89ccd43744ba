// @vitest-environment jsdom
// The feeds of published folders, as a feed reader reads them.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { APP_FOLDER, type Files, makeFolder, putFiles, readServed } from '../folders.ts';
import { numberedPost, numberedPosts, postText } from '../posts.ts';
import { atomFaults } from './atomRules.ts';
import { attributesOf, readXml, textsOf } from './readXml.ts';

const SITE = 'https://lanpu.example';
const CONFIG = 'title: 澜浦潮信\nlang: zh-CN\ntimezone: Asia/Shanghai\nurl: https://lanpu.example\n';
const NOW_MS = Date.UTC(2026, 10, 21, 2);

type Options = { changed?: readonly string[]; base?: string };

async function publishTo(out: string, folder: string, options: Options = {}) {
  return publish({ folder, out, appFolder: APP_FOLDER, nowMs: NOW_MS, keepMs: 0, ...options });
}

async function published(files: Files, config = CONFIG, options: Options = {}) {
  const out = makeFolder();
  const { report } = await publishTo(out, makeFolder({ '_config.yml': config, ...files }), options);
  return { out, report, feed: (path: string) => feedIn(out, path) };
}

/** A feed that is as Atom wants it. */
function feedIn(out: string, path: string): Document {
  const feed = readXml(readFileSync(join(out, path)));
  expect(atomFaults(feed)).toEqual([]);
  return feed;
}

/** What the entries of a feed say in the elements of a name. */
function ofEntries(feed: Document, name: string): string[] {
  return [...feed.getElementsByTagName('entry')].flatMap((entry) => textsOf(entry, name));
}

// In the shapes of posts whose ids jekyll-feed does not take from the address alone.
const SHAPES: Files = {
  '_posts/2024-05-30-tide.md': postText({ title: '大潮', date: '2024-05-30 08:00:07 +0800', categories: 'gangkou' }),
  '_posts/2024-05-29-Night Ferry: v2.md': postText({ title: '夜航' }),
  '_posts/2024-05-28-fog.md': postText({ title: '雾', permalink: '/专题/浓雾/' }),
  '_posts/2024-05-27-same-b.md': postText({ title: '甲', permalink: '/same.html' }),
  '_posts/2024-05-26-same-a.md': postText({ title: '乙', permalink: '/same.html' }),
};

test('a subscriber of jekyll-feed knows every post by its id', async () => {
  const { feed } = await published(SHAPES);
  const atom = feed('feed.xml');
  expect(textsOf(atom, 'id')[0]).toBe(`${SITE}/feed.xml`);
  expect(ofEntries(atom, 'id')).toEqual([
    `${SITE}/gangkou/2024/05/30/tide`,
    `${SITE}/2024/05/29/Night%20Ferry:%20v2`,
    `${SITE}/%E4%B8%93%E9%A2%98/fog`,
    `${SITE}/same-b`,
    `${SITE}/same-a`,
  ]);
  const links = [...atom.getElementsByTagName('entry')].flatMap((entry) => attributesOf(entry, 'link', 'href'));
  expect(links).toEqual([
    `${SITE}/gangkou/2024/05/30/tide.html`,
    `${SITE}/2024/05/29/Night-Ferry-v2.html`,
    `${SITE}/%E4%B8%93%E9%A2%98/%E6%B5%93%E9%9B%BE/`,
    `${SITE}/same.html`,
    `${SITE}/2024/05/26/same-a/`,
  ]);
  expect(ofEntries(atom, 'published')[0]).toBe('2024-05-30T08:00:07+08:00');
  expect(textsOf(atom, 'updated')[0]).toBe('2024-05-30T08:00:07+08:00');
});

test('the feed of all has the whole text of the newest twenty, with addresses that hold anywhere', async () => {
  const body = '<p>码头 &amp; <a href="/2024/05/01/no1.html">栈桥</a></p>\n\n![pier](/pier.jpg)\n';
  const { out, feed } = await published(numberedPosts(30), CONFIG);
  expect(ofEntries(feed('feed.xml'), 'title').slice(0, 2)).toEqual(['第29号潮信', '第28号潮信']);
  expect(ofEntries(feed('feed.xml'), 'content')).toHaveLength(20);
  expect(existsSync(join(out, 'feeds.opml'))).toBe(true);
  const linked = await published(numberedPost(1, body), `${CONFIG}baseurl: /n\n`);
  const [content = ''] = ofEntries(linked.feed('feed.xml'), 'content');
  expect(content).toContain(`<a href="${SITE}/2024/05/01/no1.html">`);
  expect(content).toContain(`src="${SITE}/pier.jpg"`);
  const json = JSON.parse(readFileSync(join(linked.out, 'feed.json'), 'utf8'));
  expect(json).toMatchObject({ feed_url: `${SITE}/n/feed.json`, home_page_url: `${SITE}/n/` });
  expect(json.items).toEqual([
    expect.objectContaining({ content_html: content, date_published: '2024-05-01T00:10:00+08:00' }),
  ]);
});

test('a category and a tag have theirs, with digests', async () => {
  const { feed } = await published(numberedPosts(30));
  const category = feed('category/gangkou/feed.xml');
  expect([textsOf(category, 'title')[0], attributesOf(category, 'link', 'href')[0]]).toEqual([
    'gangkou · 澜浦潮信',
    `${SITE}/category/gangkou/`,
  ]);
  expect(ofEntries(category, 'summary')[0]).toBe('第27艘货轮已经靠岸。');
  expect(ofEntries(category, 'content')).toEqual([]);
  expect(ofEntries(feed('tag/夜航/feed.xml'), 'published')[0]).toBe('2024-05-01T04:20:00+08:00');
});

test('addresses of jekyll-feed go on answering', async () => {
  const settings = 'feed: { path: atom.xml, posts_limit: 3, categories: [gangkou], tags: { only: [ye_hang] } }\n';
  const tagged = { '_posts/2024-05-30-tide.md': postText({ title: '大潮', tags: 'ye_hang' }) };
  const { feed } = await published({ ...numberedPosts(9), ...tagged }, CONFIG + settings);
  expect(textsOf(feed('atom.xml'), 'id')[0]).toBe(`${SITE}/atom.xml`);
  expect(ofEntries(feed('atom.xml'), 'id')).toEqual(ofEntries(feed('feed.xml'), 'id'));
  expect(ofEntries(feed('atom.xml'), 'id')).toHaveLength(3);
  expect(textsOf(feed('feed/gangkou.xml'), 'id')[0]).toBe(`${SITE}/feed/gangkou.xml`);
  expect(ofEntries(feed('feed/by_tag/ye_hang.xml'), 'title')).toEqual(['大潮']);
});

test('with excerpt_only no text goes out', async () => {
  const { feed } = await published(numberedPosts(2), `${CONFIG}feed: { excerpt_only: true }\n`);
  expect(ofEntries(feed('feed.xml'), 'content')).toEqual([]);
  expect(ofEntries(feed('feed.xml'), 'published')[0]).toBe('2024-05-01T00:10:00+08:00');
});

test('the list names every feed, and every feed it names is there', async () => {
  const { out } = await published(numberedPosts(30));
  const list = readXml(readFileSync(join(out, 'feeds.opml')));
  expect([list.documentElement.localName, list.documentElement.getAttribute('version')]).toEqual(['opml', '2.0']);
  const files = attributesOf(list, 'outline', 'xmlUrl').map((url) =>
    decodeURIComponent(new URL(url ?? '').pathname.slice(1)),
  );
  expect(files.toSorted()).toEqual(Object.keys(readServed(out)).filter((path) => path.endsWith('feed.xml')));
  expect(attributesOf(list, 'outline', 'type')).toEqual(files.map(() => 'rss'));
});

test('feeds follow their posts, as if all had been published at once', async () => {
  const config = `${CONFIG}feed: { categories: [gangkou, haiwan] }\n`;
  const [folder, out, once] = [makeFolder({ '_config.yml': config, ...numberedPosts(3) }), makeFolder(), makeFolder()];
  await publishTo(out, folder);
  const [gone = ''] = Object.keys(numberedPost(1));
  rmSync(join(folder, gone));
  putFiles(folder, { ...numberedPost(0, '<p>改过。</p>'), ...numberedPost(30) });
  await publishTo(out, folder, { changed: [gone, ...Object.keys({ ...numberedPost(0), ...numberedPost(30) })] });
  expect(['category/haiwan/feed.xml', 'feed/haiwan.xml'].map((path) => existsSync(join(out, path)))).toEqual([
    false,
    false,
  ]);
  expect(ofEntries(feedIn(out, 'feed/gangkou.xml'), 'title')).toEqual(['第30号潮信', '第0号潮信']);
  await publishTo(once, folder);
  expect(readServed(out)).toEqual(readServed(once));
});

test('one more post writes the feeds of all and of its streams, and no other', async () => {
  const folder = makeFolder({ '_config.yml': CONFIG, ...numberedPosts(250) });
  const out = makeFolder();
  await publishTo(out, folder);
  putFiles(folder, numberedPost(250));
  const { site } = await publishTo(out, folder, { changed: Object.keys(numberedPost(250)) });
  const feeds = site.written.filter((path) => !path.startsWith('data/'));
  expect(feeds.toSorted()).toEqual(
    ['category/haiwan/feed.xml', 'feed.json', 'feed.xml', 'sitemap-2024.xml', 'tag/夜航/feed.xml'].toSorted(),
  );
});

test('a chunk that is damaged leaves its posts without text, and stops nothing', async () => {
  const folder = makeFolder({ '_config.yml': CONFIG, ...numberedPosts(3), ...numberedPost(150) });
  const out = makeFolder();
  const { site } = await publishTo(out, folder);
  for (const path of site.written) if (path.startsWith('data/posts/')) putFiles(out, { [path]: 'x' });
  putFiles(folder, numberedPost(250));
  await publishTo(out, folder, { changed: Object.keys(numberedPost(250)) });
  const feed = feedIn(out, 'feed.xml');
  expect([ofEntries(feed, 'title').length, ofEntries(feed, 'content').length]).toEqual([5, 1]);
});

test.each([
  ['no url', 'title: 澜浦潮信\n', 'no url'],
  ['one that is none', 'url: lanpu.example\n', 'url "lanpu.example" is no address of a site'],
])('a site with %s is told so, and its feeds hold on its own host', async (_name, config, found) => {
  const { out, report } = await published(numberedPosts(1), config);
  expect(report.problems).toEqual([expect.objectContaining({ kind: 'settings', file: '_config.yml', found })]);
  const feed = readXml(readFileSync(join(out, 'feed.xml')));
  expect(ofEntries(feed, 'id')).toEqual(['/gangkou/2024/04/30/no0']);
  expect(existsSync(join(out, 'feeds.opml'))).toBe(false);
});

test('a feed that cannot lie where the settings say is reported, and lies at its own address', async () => {
  const { feed, report } = await published(numberedPosts(1), `${CONFIG}feed: { path: /data/feed.xml }\n`);
  expect(report.problems.map((problem) => problem.found)).toEqual(['feed: no feed can lie at /data/feed.xml']);
  expect(ofEntries(feed('feed.xml'), 'id')).toHaveLength(1);
});

test('an archive without posts has an empty feed', async () => {
  const { feed } = await published({});
  expect(ofEntries(feed('feed.xml'), 'id')).toEqual([]);
});
