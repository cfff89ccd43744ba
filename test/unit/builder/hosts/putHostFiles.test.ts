import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { HostName } from '#builder/hosts/hosts.ts';
import { publish } from '#builder/publish.ts';
import type { PublishOptions } from '#builder/PublishRun.ts';
import { problemLine } from '#builder/report.ts';
import { UsageError } from '#builder/UsageError.ts';
import { verify } from '#builder/verify.ts';
import { APP_FOLDER, makeFolder, putFiles, readServed } from '../folders.ts';
import { numberedPosts, postText } from '../posts.ts';

let [folder, out] = ['', ''];
beforeEach(() => {
  [folder, out] = [makeFolder({ ...numberedPosts(2), '_config.yml': 'url: https://lanpu.example\n' }), makeFolder()];
});

async function publishFor(host: HostName, options: Partial<PublishOptions> = {}) {
  const nowMs = Date.UTC(2026, 10, 21);
  const published = await publish({ folder, out, appFolder: APP_FOLDER, nowMs, keepMs: 0, host, ...options });
  expect(verify(out).problems).toEqual([]);
  const { problems, leftOut } = published.report;
  return { ...published, problems: problems.map(problemLine), leftOut: leftOut.map(problemLine) };
}

function textOf(path: string): string | null {
  return existsSync(join(out, path)) ? readFileSync(join(out, path), 'utf8') : null;
}

test.each([
  ['plain', []],
  ['github', ['.nojekyll']],
  ['cloudflare', ['_headers', '_redirects']],
  ['netlify', ['_headers', '_redirects']],
  ['vercel', ['vercel.json']],
  ['s3', ['s3-website.json']],
  ['nginx', ['broadsheet.nginx.conf']],
] as const)('for %s these are written beside the site: %s', async (host, paths) => {
  await publishFor('plain');
  const plain = Object.keys(readServed(out));
  await publishFor(host);
  expect(Object.keys(readServed(out)).filter((path) => !plain.includes(path))).toEqual(paths);
});

test('another host is another site: what it does not need goes', async () => {
  await publishFor('netlify');
  expect((await publishFor('netlify')).mode).toBe('changed');
  expect((await publishFor('vercel')).mode).toBe('full');
  expect([textOf('_redirects'), textOf('vercel.json') !== null]).toEqual([null, true]);
});

test('headers name the policy of the pages, in which the worker may fetch pictures', async () => {
  await publishFor('netlify');
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(textOf('404.html') ?? '') ?? [];
  const ofAll = policy?.replace("connect-src 'self'", "connect-src 'self' http: https:");
  expect(textOf('_headers')).toContain(`  Content-Security-Policy: ${ofAll}; frame-ancestors 'self'\n`);
});

test('old addresses come and go with their posts, step by step as at once', async () => {
  await publishFor('netlify');
  const moved = { '_posts/2024-06-01-moved.md': postText({ title: 'x', redirect_from: '[/Old/潮.html, /b]' }) };
  putFiles(folder, moved);
  expect((await publishFor('netlify')).mode).toBe('changed');
  const lines = textOf('_redirects')?.split('\n') ?? [];
  expect(lines).toContain('/old/%E6%BD%AE /2024/06/01/moved.html 301');
  expect(lines).toContain('/b.html /2024/06/01/moved.html 301');
  const stepByStep = readServed(out);
  out = makeFolder();
  await publishFor('netlify');
  expect(readServed(out)).toEqual(stepByStep);
  rmSync(join(folder, '_posts/2024-06-01-moved.md'));
  await publishFor('netlify');
  expect(textOf('_redirects')).not.toContain('301');
});

test('a dry run tells of them and writes nothing', async () => {
  putFiles(folder, { '_posts/2024-06-01-moved.md': postText({ title: 'x', redirect_from: '/old' }) });
  const nowMs = Date.UTC(2026, 10, 21);
  const { site } = await publish({ folder, out, appFolder: APP_FOLDER, nowMs, host: 'cloudflare', isDry: true });
  expect(site.written).toContain('_redirects');
  expect(readServed(out)).toEqual({});
});

test('old addresses that have no room are counted', async () => {
  const many = Array.from({ length: 700 }, (_address, number) => `/old-${number}`).join(', ');
  putFiles(folder, { '_posts/2024-06-01-moved.md': postText({ title: 'x', redirect_from: `[${many}]` }) });
  expect((await publishFor('cloudflare')).leftOut).toEqual([
    expect.stringMatching(/^_redirects: 34 old addresses have no room there/),
  ]);
});

test('a file that somebody put into the site folder stays, and is told of each time', async () => {
  putFiles(out, { _redirects: '/mine /yours 302\n', 'vercel.json': '{"mine":1}' });
  for (const [host, file] of [
    ['cloudflare', '_redirects'],
    ['cloudflare', '_redirects'],
    ['vercel', 'vercel.json'],
  ] as const) {
    const { problems } = await publishFor(host);
    expect(problems).toEqual([expect.stringMatching(`^${file}: is in the site folder, and no publish wrote it`)]);
  }
  expect([textOf('_redirects'), textOf('vercel.json')]).toEqual(['/mine /yours 302\n', '{"mine":1}']);
});

test('a file of ours is known as ours when the notes are lost', async () => {
  await publishFor('netlify');
  rmSync(join(out, '.broadsheet'), { recursive: true });
  putFiles(folder, { '_posts/2024-06-01-moved.md': postText({ title: 'x', redirect_from: '/old' }) });
  expect((await publishFor('netlify')).problems).toEqual([]);
  expect(textOf('_redirects')).toContain('/old /2024');
});

test.each([
  ['vercel', 'vercel.json'],
  ['s3', 's3-website.json'],
] as const)('so is that of %s, which can say so by its form only', async (host, file) => {
  await publishFor(host);
  rmSync(join(out, '.broadsheet'), { recursive: true });
  putFiles(folder, { '_posts/2024-06-01-moved.md': postText({ title: 'x', redirect_from: '/old' }) });
  expect((await publishFor(host, { base: '/news/' })).problems).toEqual([]);
  expect(textOf(file)).toContain('news/404.html');
});

test.each([
  ['vercel', 'vercel.json', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
  ['vercel', 'vercel.json', (text: string) => text.replace('{', '{\n "trailingSlash": true,')],
  ['vercel', 'vercel.json', (text: string) => text.replaceAll('404.html', 'index.html')],
  ['vercel', 'vercel.json', () => '[]\n'],
  ['vercel', 'vercel.json', () => '{'],
  ['s3', 's3-website.json', (text: string) => text.replace('404.html', 'error.html')],
  ['s3', 's3-website.json', () => 'null\n'],
] as const)('for %s, a %s that looks otherwise is somebody’s', async (host, file, change) => {
  await publishFor(host);
  rmSync(join(out, '.broadsheet'), { recursive: true });
  const theirs = change(textOf(file) ?? '');
  putFiles(out, { [file]: theirs });
  expect((await publishFor(host, { base: '/news/' })).problems).toHaveLength(1);
  expect(textOf(file)).toBe(theirs);
});

test('and when it was retired meanwhile', async () => {
  await publishFor('vercel');
  await publishFor('plain', { keepMs: 3_600_000 });
  putFiles(folder, { '_posts/2024-06-01-moved.md': postText({ title: 'x', redirect_from: '/old' }) });
  expect((await publishFor('vercel')).problems).toEqual([]);
  expect(textOf('vercel.json')).toContain('/old');
});

test('a file of the Jekyll folder with that name stays behind and is told of; CNAME goes along', async () => {
  putFiles(folder, { 'vercel.json': '{"mine":1}', _redirects: '/a /b\n', CNAME: 'news.example\n' });
  expect((await publishFor('vercel')).leftOut).toEqual([expect.stringMatching(/^vercel\.json: /)]);
  expect([textOf('vercel.json')?.includes('mine'), textOf('CNAME')]).toEqual([false, 'news.example\n']);
  expect((await publishFor('netlify')).leftOut).toEqual([expect.stringMatching(/^_redirects: /)]);
  expect(textOf('vercel.json')).toBe('{"mine":1}');
});

const MOVED = '_posts/2024-06-01-moved.md';

function oldAddressesIn(file: string): readonly string[] {
  const lines = textOf(file)?.split('\n') ?? [];
  return lines.flatMap((line) => (line.endsWith(' 301') ? line.split(' ').slice(0, 1) : []));
}

test('no redirect stands before a file of the site, whichever came first', async () => {
  const from = '[/pics/1.png, /pics/a%2520b.png, /docs, /old, /vercel.json, /_redirects, /Icons/X.png]';
  putFiles(folder, { [MOVED]: postText({ title: 'x', redirect_from: from }), 'icons/x.PNG': 'x' });
  await publishFor('cloudflare');
  const before = oldAddressesIn('_redirects');
  expect(before).toEqual(expect.arrayContaining(['/pics/1.png', '/docs', '/old', '/old/', '/old.html']));
  expect(before).not.toContain('/icons/x.png');
  putFiles(folder, { 'pics/1.png': 'x', 'pics/a%20b.png': 'x' });
  const { mode, leftOut } = await publishFor('cloudflare');
  expect([mode, leftOut]).toEqual([
    'changed',
    [expect.stringMatching(/^_redirects: redirect_from \/pics\/1\.png and 2 more: files of the site lie there/)],
  ]);
  const after = oldAddressesIn('_redirects');
  expect(after.filter((path) => path.startsWith('/pics/'))).toEqual([]);
  expect(after).toEqual(expect.arrayContaining(['/docs', '/old']));
  const stepByStep = readServed(out);
  out = makeFolder();
  await publishFor('cloudflare');
  expect(readServed(out)).toEqual(stepByStep);
  rmSync(join(folder, 'pics/1.png'));
  await publishFor('cloudflare');
  expect(oldAddressesIn('_redirects')).toContain('/pics/1.png');
});

test('nor before a feed or a part of the sitemap, which is reported', async () => {
  const from = '[/category/news/feed.xml, /feed/news.xml, /sitemap-2024.xml, /index]';
  putFiles(folder, {
    [MOVED]: postText({ title: 'x', categories: 'news', redirect_from: from }),
    '_config.yml': 'url: https://lanpu.example\nfeed:\n  categories: [news]\n',
  });
  const { problems } = await publishFor('cloudflare');
  expect(problems).toHaveLength(4);
  expect(oldAddressesIn('_redirects')).toEqual([]);
});

test('a redirect from a host’s own file is none, at first as later', async () => {
  putFiles(folder, { [MOVED]: postText({ title: 'x', redirect_from: '/vercel.json' }) });
  await publishFor('vercel');
  const first = textOf('vercel.json');
  await publishFor('vercel');
  expect([textOf('vercel.json'), JSON.parse(first ?? '').redirects]).toEqual([first, []]);
});

test.each(['/a$b/', '/a%24b/'])(
  'a base with a dollar sign, %s, is refused for nginx, which would not start',
  async (base) => {
    await expect(publishFor('nginx', { base })).rejects.toThrow(UsageError);
    await expect(publishFor('nginx', { base })).rejects.toThrow(/--host nginx: the base \/a.+b\/ has a dollar sign/);
    expect(readServed(out)).toEqual({});
    expect((await publishFor('netlify', { base })).problems).toEqual([]);
  },
);
