import { describe, expect, test } from 'vitest';
import { servedFile } from '#builder/post/permalink.ts';
import { outputExtension, readText } from '#builder/post/readPost.ts';
import { postText } from '../posts.ts';
import { readFile, siteOf } from '../sites.ts';

const SITE = siteOf('timezone: Asia/Shanghai');
const PATH = '_posts/2024-05-30-NW202405300955067614.md';

function read(fields: Record<string, string>, path = PATH, site = SITE) {
  return readFile(path, postText(fields), site);
}

test('a post in the usual form has all that places it', () => {
  const { post, report } = read({
    layout: 'post',
    title: '"东岬县：四十台风机抢在大风之前并网"',
    date: '2024-05-30 09:55:06 +0800',
    categories: 'haiwanribao',
    tags: '海湾日报新闻',
  });
  expect(post).toEqual({
    path: PATH,
    fileSlug: 'NW202405300955067614',
    ext: '.md',
    title: '东岬县：四十台风机抢在大风之前并网',
    slug: 'NW202405300955067614',
    instantMs: Date.UTC(2024, 4, 30, 1, 55, 6),
    date: '2024-05-30T09:55:06+08:00',
    day: '2024-05-30',
    shownTime: '2024-05-30T09:55',
    categories: ['haiwanribao'],
    tags: ['海湾日报新闻'],
    url: '/haiwanribao/2024/05/30/NW202405300955067614.html',
    redirectFrom: [],
  });
  expect([report.problems, report.skipped]).toEqual([[], []]);
});

describe('the day a post lies under, and the time it shows', () => {
  const zoneless = siteOf('timezone: Asia/Shanghai\nbroadsheet: { zonelessTimes: site }');

  test.each([
    ['with a zone', SITE, '2024-05-30 23:30:00 +0800', '2024-05-30', '2024-05-30T23:30'],
    ['without a zone it is UTC', SITE, '2024-05-30 23:30:00', '2024-05-31', '2024-05-31T07:30'],
    ['without a zone, shown as written', zoneless, '2024-05-30 23:30:00', '2024-05-31', '2024-05-30T23:30'],
    ['of a day alone', SITE, '2024-05-29', '2024-05-29', '2024-05-29'],
    ['in quotes it is the site’s', SITE, '"2024-05-30 23:30:00"', '2024-05-30', '2024-05-30T23:30'],
    ['without a date it is the file’s', SITE, '', '2024-05-30', '2024-05-30'],
  ])('%s', (_name, site, date, day, shownTime) => {
    expect(read({ title: 'x', date }, PATH, site).post).toMatchObject({ day, shownTime });
  });
});

test.each([
  ['a date that is only a zone', { date: '+0800' }, PATH, 'no date "+0800"', '2024-05-30'],
  ['a date that does not exist', { date: '2024-02-30 09:00:00' }, PATH, 'no date "2024-02-30 09:00:00"', '2024-05-30'],
  [
    'a date in the year 10000',
    { date: '9999-12-31 23:59:59 -0800' },
    PATH,
    'no date "+010000-01-01 07:59:59 UTC"',
    '2024-05-30',
  ],
  ['a date that is a list', { date: '[2024]' }, PATH, 'no date ""', '2024-05-30'],
])('%s: the file’s day stands in, and is reported', (_name, fields, path, found, day) => {
  const { post, report } = read({ title: 'x', ...fields }, path);
  expect(post?.day).toBe(day);
  expect(report.problems).toEqual([
    { kind: 'date', file: path, found, remedy: 'The day of the file name was used; correct the date.' },
  ]);
  // Jekyll stops at such a post, so it is not among those that it publishes.
  expect(report.skipped.map((skipped) => skipped.path)).toEqual([path]);
});

test('a date and a file name without a day leave a post out, and both are told', () => {
  const path = '_posts/2024-13-01-tide.md';
  const { post, report } = read({ title: 'x', date: 'soon' }, path);
  expect(post).toBeNull();
  expect(report.problems).toHaveLength(1);
  expect(report.skipped).toEqual([{ path, reason: expect.stringContaining('no date') }]);
});

test.each([
  ['without a title', {}, 'Nw202405300955067614'],
  ['with an empty title', { title: '""' }, ''],
  ['with a number for a title', { title: '2024' }, '2024'],
  ['with a title that is true', { title: 'yes' }, 'true'],
])('a post %s', (_name, fields, title) => {
  expect(read(fields).post?.title).toBe(title);
});

test.each([
  ['not published', { published: 'false' }, SITE, 'published: false'],
  ['of the future', { date: '2026-12-01 09:00:00 +0800' }, SITE, 'future date'],
])('a post that is %s is left out without a problem', (_name, fields, site, reason) => {
  const { post, report } = read(fields, PATH, site);
  expect([post, report.problems, report.skipped]).toEqual([null, [], [{ path: PATH, reason }]]);
});

test('the settings can ask for both', () => {
  const site = siteOf('future: true\nunpublished: true');
  expect(read({ published: 'false' }, PATH, site).post).not.toBeNull();
  expect(read({ date: '2099-01-01' }, PATH, site).post).not.toBeNull();
});

test.each([
  ['its own', { permalink: '/tide/:year/' }, PATH, '/tide/2024/', '/tide/2024/index.html'],
  ['by slug', { slug: 'Tide Table' }, PATH, '/2024/05/30/Tide-Table.html', '/2024/05/30/Tide-Table.html'],
  [
    'of a folder',
    {},
    'harbour/pier/_posts/2024-05-30-a.md',
    '/harbour/pier/2024/05/30/a.html',
    '/harbour/pier/2024/05/30/a.html',
  ],
  ['of a subfolder', {}, '_posts/2024/2024-05-30-a.md', '/2024/05/30/a.html', '/2024/05/30/a.html'],
  ['of a text file', {}, '_posts/2024-05-30-a.txt', '/2024/05/30/a.txt', '/2024/05/30/a.txt'],
  ['of an HTML file', {}, '_posts/2024-05-30-a.html', '/2024/05/30/a.html', '/2024/05/30/a.html'],
])('a post has the address Jekyll gives it: %s', (_name, fields, path, url, file) => {
  const { post } = read(fields, path);
  expect([post?.url, post && servedFile(post.url, outputExtension(post.ext, SITE))]).toEqual([url, file]);
});

test('redirects may be one or many', () => {
  expect(read({ redirect_from: '/old/' }).post?.redirectFrom).toEqual(['/old/']);
  expect(read({ redirect_from: '[/old/, "", /older/]' }).post?.redirectFrom).toEqual(['/old/', '/older/']);
});

test('front matter defaults stand under the post’s own', () => {
  const site = siteOf(
    'defaults: [{ scope: { path: "" }, values: { categories: port, permalink: "/d/:title/", title: T } }]',
  );
  expect(read({}, PATH, site).post).toMatchObject({
    url: '/d/NW202405300955067614/',
    title: 'T',
    categories: ['port'],
  });
  expect(read({ title: 'own', permalink: '/own/' }, PATH, site).post).toMatchObject({ url: '/own/', title: 'own' });
});

test('a file in another encoding is read, and is a problem', () => {
  const gbk = Buffer.concat([
    Buffer.from('---\ntitle: '),
    Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
    Buffer.from('\n---\n'),
  ]);
  const { post, report } = readFile(PATH, gbk, SITE);
  expect(post?.title).toBe('中文');
  expect(report.problems).toEqual([expect.objectContaining({ file: PATH, found: 'not valid UTF-8' })]);
});

test('of a file beyond 8 MB only the beginning is read', () => {
  const bytes = Buffer.concat([Buffer.from('---\ntitle: x\n---\n'), Buffer.alloc(9_000_000, '潮')]);
  const { body, problems } = readText(PATH, bytes, SITE);
  expect(body.length).toBeLessThan(8 * 1024 * 1024);
  expect(body.slice(0, 3)).toBe('潮潮潮');
  expect(problems).toEqual([expect.objectContaining({ found: `${bytes.length} bytes` })]);
});

test('a file without front matter is a post', () => {
  expect(readFile('_posts/2024-05-30-tide-table.md', '正文', SITE).post).toMatchObject({
    title: 'Tide Table',
    url: '/2024/05/30/tide-table.html',
  });
});

test('an unknown placeholder gives way to the default permalink', () => {
  const { post, report } = read({ permalink: '/:nope/' });
  expect(post?.url).toBe('/2024/05/30/NW202405300955067614.html');
  expect(report.problems).toEqual([expect.objectContaining({ found: expect.stringContaining(':nope') })]);
});
