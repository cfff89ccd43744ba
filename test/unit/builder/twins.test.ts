// @vitest-environment jsdom
// One article in several files: shown once, answering at every address, the fields of one filling the other.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import { loadArticle, loadHead, loadManifest, loadPeriod } from '#data/archiveClient.ts';
import { isLeaf } from '#shared/archive.ts';
import type { Article, Headline } from '#shared/post.ts';
import { differences, APP_FOLDER, type Files, makeFolder, putFiles, readServed } from './folders.ts';
import { serveFiles } from './servedFiles.ts';

const CONFIG: Files = {
  '_config.yml':
    'title: 澜浦潮信\nlang: zh-CN\nurl: https://lanpu.example\ntimezone: Asia/Shanghai\nbroadsheet: { preset: eastmoney }\n',
};
const ID = '202403010000000007';
const TITLE = '甲港：首季吞吐量增12%';
const TEXT =
  '<p>甲港三月一日说，首季吞吐量增长百分之十二，夜航恢复以后船多了一半。</p> <p>乙货代认为淡季已经过去。</p>';
const MARKED = TEXT.replace(
  '甲港',
  '<span id="stock_1.600001"><a href="http://quote.example/unify/r/1.600001" class="keytip" data-code="1,600001">甲港</a></span><span id="quote_1.600001"></span>',
);

function rollPost(date = '2024-03-01 09:30:00 +0800'): string {
  const digest = '甲港三月一日说，首季吞吐量增长百分之十二，夜航恢复以后船多了一半。';
  return `---
layout: post
title: "${TITLE}"
date: ${date}
categories: kuaixun
tags: 滚动新闻
---
> ${digest}

${MARKED} <p class="em_media">（文章来源：上游日报）</p>

<http://finance.example.com/news/1353,${ID}.html>

[返回快讯](../kuaixun/)
[返回首页](../)`;
}

function sourcePost(date = '2024-03-01 09:30:00 +0800'): string {
  return `---
layout: post
title: "${TITLE}"
date: ${date}
categories: shangyouribao
tags: 上游日报新闻
---
${TEXT} <p class="em_media">（文章来源：上游日报）</p>

<http://proxy.example/NewsShare.html?infoCode=NW${ID}>
`;
}

function brokenCopy(): string {
  return `---
layout: post
title: ""
date: +0800
categories: shangyouribao
tags: 上游日报新闻
---
${TEXT} <p class="em_media">（文章来源：上游日报）</p>

<>
`;
}

const ROLL: Files = { [`_posts/2024-03-01-${ID}.md`]: rollPost() };
const SOURCE: Files = { [`_posts/2024-03-01-NW${ID}.md`]: sourcePost() };
const BROKEN: Files = { [`_posts/-${ID}.md`]: brokenCopy() };
const ROLL_ADDRESS = `/kuaixun/2024/03/01/${ID}.html`;
const SOURCE_ADDRESS = `/shangyouribao/2024/03/01/NW${ID}.html`;

afterEach(() => void vi.unstubAllGlobals());

/** Publishes files, and lets the reader's own client read them. */
async function published(...files: Files[]) {
  const folder = makeFolder(Object.assign({}, CONFIG, ...files));
  const out = makeFolder();
  const { report, posts } = await publish({ folder, out, appFolder: APP_FOLDER, nowMs: Date.UTC(2024, 5, 1) });
  expect(verify(out).problems).toEqual([]);
  serveFiles(out);
  return { folder, out, report, posts };
}

async function articleAt(address: string): Promise<Article> {
  const answer = await loadArticle(address);
  if (answer.kind !== 'article') throw new Error(`${address} is ${answer.kind}`);
  return answer.article;
}

async function listed(kind: 'all' | 'category' | 'tag', slug: string): Promise<readonly Headline[]> {
  const { years, count } = await loadHead(kind, slug);
  const leaves = await Promise.all(years.map(({ period }) => loadPeriod(kind, slug, period)));
  const headlines = leaves.flatMap((leaf) => (isLeaf(leaf) ? leaf.headlines : []));
  expect(headlines).toHaveLength(count);
  return headlines;
}

describe('twins', () => {
  test('are one article, at the address of the one with the digest', async () => {
    const { posts } = await published(ROLL, SOURCE);
    expect(posts).toBe(1);
    expect((await loadManifest()).count).toBe(1);
    const [roll, source] = [await articleAt(ROLL_ADDRESS), await articleAt(SOURCE_ADDRESS)];
    expect(source).toEqual(roll);
    expect(roll).toMatchObject({
      address: ROLL_ADDRESS,
      twin: SOURCE_ADDRESS,
      source: '上游日报',
      categories: ['shangyouribao', 'kuaixun'],
      tags: ['上游日报新闻', '滚动新闻'],
      original: { href: `http://finance.example.com/news/1353,${ID}.html` },
    });
  });

  test('stand once in every list, in those of both', async () => {
    await published(ROLL, SOURCE);
    for (const [kind, slug] of [
      ['all', ''],
      ['category', 'kuaixun'],
      ['category', 'shangyouribao'],
      ['tag', '上游日报新闻'],
    ] as const)
      expect((await listed(kind, slug)).map(({ address }) => address)).toEqual([ROLL_ADDRESS]);
  });

  test('answer at both addresses when their days differ, as without a zone', async () => {
    await published(ROLL, { [`_posts/2024-03-01-NW${ID}.md`]: sourcePost('2024-03-01 22:46:00') });
    const later = `/shangyouribao/2024/03/02/NW${ID}.html`;
    expect((await articleAt(later)).address).toBe(ROLL_ADDRESS);
  });

  test('of a lone source post there is nothing to fill', async () => {
    await published(SOURCE);
    expect(await articleAt(SOURCE_ADDRESS)).toMatchObject({ address: SOURCE_ADDRESS, source: '上游日报' });
    expect(await articleAt(SOURCE_ADDRESS)).not.toHaveProperty('twin');
  });

  test('added, edited and removed later give the files of a publish of the last state at once', async () => {
    const { folder, out } = await published(SOURCE);
    const [roll = ''] = Object.keys(ROLL);
    const changes = [
      () => putFiles(folder, ROLL),
      () => putFiles(folder, { [roll]: rollPost().replace('> 甲港', '> 乙港') }),
      () => rmSync(join(folder, roll)),
    ];
    for (const change of changes) {
      change();
      await publish({ folder, out, appFolder: APP_FOLDER, nowMs: Date.UTC(2024, 5, 2), keepMs: 0 });
      const atOnce = makeFolder();
      await publish({ folder, out: atOnce, appFolder: APP_FOLDER, nowMs: Date.UTC(2024, 5, 2), keepMs: 0 });
      expect(differences(readServed(out), readServed(atOnce))).toEqual([]);
    }
  });

  test('without the setting are two posts', async () => {
    const plain = { '_config.yml': 'title: 澜浦潮信\ntimezone: Asia/Shanghai\n' };
    expect((await published(ROLL, SOURCE, plain)).posts).toBe(2);
  });

  test('moved to another post folder while both copies exist are one, and nothing is reported', async () => {
    const { posts, report } = await published(SOURCE, {
      [`old_post/2024-03-01-NW${ID}.md`]: sourcePost().replace('淡季', '旺季'),
    });
    expect(posts).toBe(1);
    expect(report.problems).toEqual([]);
    expect(await articleAt(SOURCE_ADDRESS)).toMatchObject({ address: SOURCE_ADDRESS });
  });
});

describe('a broken copy', () => {
  test('is passed over beside its sound twin', async () => {
    const { posts, report } = await published(SOURCE, BROKEN);
    expect(posts).toBe(1);
    expect(report.problems).toEqual([]);
    expect((await listed('all', '')).map(({ address }) => address)).toEqual([SOURCE_ADDRESS]);
  });

  test('alone is published, with the day of its number and its first sentence for a title, and reported', async () => {
    const { posts, report } = await published(BROKEN);
    expect(posts).toBe(1);
    const [headline] = await listed('all', '');
    expect(headline).toMatchObject({
      time: '2024-03-01',
      title: '甲港三月一日说，首季吞吐量增长百分之十二，夜航恢复以后船多了一半。',
      address: `/shangyouribao/2024/03/01/${ID}.html`,
    });
    expect(await articleAt(headline?.address ?? '')).not.toHaveProperty('original');
    expect(report.problems.map(({ file }) => file)).toContain(`_posts/-${ID}.md`);
    expect(report.skipped).toEqual([
      { path: `_posts/-${ID}.md`, reason: 'file name has no date, slug or extension' },
      { path: `_posts/-${ID}.md`, reason: expect.stringContaining('date') },
    ]);
  });

  test('is passed over, too, when its sound twin is not to be shown', async () => {
    const withheld = sourcePost().replace('layout: post', 'published: false');
    expect((await published({ [`_posts/2024-03-01-NW${ID}.md`]: withheld }, BROKEN)).posts).toBe(0);
  });

  test('with a dated name yields to the sound one, whatever its length', async () => {
    const long = rollPost('+0800').replace('乙货代', '乙货代'.repeat(50));
    await published(SOURCE, { [`_posts/2024-03-01-${ID}.md`]: long });
    expect((await listed('all', '')).map(({ address }) => address)).toEqual([SOURCE_ADDRESS]);
  });
});

test('a category keeps the name that its own posts give it', async () => {
  // By code unit 滚 comes before 证, so that of two tags as common as each other it would be taken.
  const named: Files = {
    [`_posts/2024-03-01-NW${ID}.md`]: sourcePost().replace('上游日报新闻', '证券早报新闻'),
  };
  await published(ROLL, named);
  expect((await loadHead('category', 'shangyouribao')).name).toBe('证券早报');
  expect((await loadHead('category', 'kuaixun')).name).toBe('滚动新闻');
});

test('a rule that finds an empty key makes no twins', async () => {
  const rule = { '_config.yml': "timezone: Asia/Shanghai\nbroadsheet: { twin: '^(\\d*)' }\n" };
  const others: Files = {
    '_posts/2024-03-01-tide.md': sourcePost(),
    '_posts/2024-03-01-pier.md': sourcePost(),
  };
  expect((await published(others, rule)).posts).toBe(2);
});

test('a link to a post leads to the file it names, also when that is not the one shown', async () => {
  const liquid = { '_config.yml': `${CONFIG['_config.yml']}`.replace('eastmoney', 'eastmoney, liquid: true') };
  const linking = `---\ntitle: 回顾\ndate: 2024-03-02 09:00:00 +0800\n---\n[甲港]({% post_url 2024-03-01-NW${ID} %})\n`;
  await published(ROLL, SOURCE, liquid, { '_posts/2024-03-02-review.md': linking });
  expect((await articleAt('/2024/03/02/review.html')).html).toContain(`href="${SOURCE_ADDRESS}"`);
});

test('what is not known of one comes from the other', async () => {
  const empty = rollPost().replace(MARKED, '').replace('<p class="em_media">（文章来源：上游日报）</p>', '');
  const { out } = await published({ [`_posts/2024-03-01-${ID}.md`]: empty }, SOURCE);
  const article = await articleAt(ROLL_ADDRESS);
  expect(article.html).toContain('乙货代认为淡季已经过去。');
  expect(article.source).toBe('上游日报');
  expect(readFileSync(join(out, 'data/manifest.json'), 'utf8')).not.toContain('NewsShare');
});

test('of many versions no list has to carry all that they name', async () => {
  const versions = Array.from({ length: 20 }, (_version, index) => {
    const names = Array.from({ length: 10 }, (_name, name) => `版${index}-${name}`).join(' ');
    return {
      [`_posts/2024-03-${String(index + 1).padStart(2, '0')}-${ID}.md`]: sourcePost().replace('shangyouribao', names),
    };
  });
  await published(...versions);
  const [headline] = await listed('all', '');
  expect(headline?.categories).toHaveLength(50);
});
