// A site on a real nginx, with the configuration that publishing wrote for it: at the root of a server, and below a path.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type APIResponse, expect, test as base } from '@playwright/test';
import { type Nginx, startNginx } from './startNginx.ts';

type Site = Nginx & { readonly folder: string };

const PAGE = '<!doctype html><title>a page of its own</title>';
const IMMUTABLE = 'public, max-age=31536000, immutable';

// One worker for all: two would install nginx at the same time where there is none.
base.describe.configure({ mode: 'default' });

type SiteAt = (path: string) => Promise<Site>;

const test = base.extend<{ readonly path: string; readonly site: Site }, { readonly siteAt: SiteAt }>({
  path: ['/', { option: true }],
  siteAt: [
    // Playwright reads the names of the fixtures needed from this pattern, and none is.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const sites = new Map<string, Promise<Site>>();
      await provide((path) => {
        const site = sites.get(path) ?? publishFor(path);
        sites.set(path, site);
        return site;
      });
      for (const site of sites.values()) await (await site).close();
    },
    { scope: 'worker', timeout: 600_000 }, // A first run may have to install nginx.
  ],
  site: [async ({ siteAt, path }, provide) => provide(await siteAt(path)), { timeout: 600_000 }],
  baseURL: async ({ site, path }, provide) => provide(site.origin + path),
});

async function publishFor(path: string): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-'));
  const args = ['dist/cli.js', 'publish', 'test/fixtures/moved', folder, '--host', 'nginx', '--base', path];
  // Of two articles, the newer has a page.
  args.push('--pages', '1');
  await promisify(execFile)(process.execPath, args);
  for (const file of ['2026/11/21/one.html', '港口/2026/two/index.html', 'picture.svg', '.git/config', 'a b.txt'])
    await putPage(join(folder, file));
  const server = await startNginx(folder);
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
  return { origin: server.origin, folder, close };
}

async function putPage(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, PAGE);
}

/** Status and body of an answer, and the headers that tell how to take it. */
async function answerOf(response: APIResponse) {
  const headers = response.headers();
  return {
    status: response.status(),
    body: await response.text(),
    type: headers['content-type'],
    caching: headers['cache-control'],
    headers,
  };
}

for (const path of ['/', '/news/']) {
  test.describe(`at ${path}`, () => {
    test.use({ path });

    for (const address of [
      ...['2026/11/21/one.html', '2026/11/21/one', '2026/11/21/one/', '2026/11/21/one.html?from=feed'],
      ...['%E6%B8%AF%E5%8F%A3/2026/two/', '%E6%B8%AF%E5%8F%A3/2026/two', '%E6%B8%AF%E5%8F%A3/2026/two.html'],
    ])
      test(`${address} is answered with its page`, async ({ request }) => {
        const answer = await answerOf(await request.get(address, { maxRedirects: 0 }));
        expect(answer).toMatchObject({ status: 200, body: PAGE, caching: 'no-cache' });
        expect(answer.type).toMatch(/^text\/html/);
        expectSafe(answer.headers);
      });

    for (const address of ['tide/moved.html', 'tide/moved', '2024/05/30/', ''])
      test(`${address || 'home'} has a real page, which its headers allow`, async ({ request }) => {
        const answer = await answerOf(await request.get(address, { maxRedirects: 0 }));
        expect(answer).toMatchObject({ status: 200, caching: 'no-cache' });
        expect(answer.body).toContain('id="page-data"');
        const [, ofPage] = /style-src 'self' ('sha256-[^']+')/.exec(answer.body) ?? [];
        expect(answer.headers['content-security-policy']).toContain(ofPage);
        expectSafe(answer.headers);
      });

    test('the worker’s script may fetch pictures, and no page may', async ({ request }) => {
      const policy = (await request.get('sw.js')).headers()['content-security-policy'];
      expect(policy).toContain("; connect-src 'self' https://pictures.example http://pictures.example;");
      expect(await (await request.get('')).text()).toContain("; connect-src 'self';");
    });

    test('an address without a page is answered with the reader', async ({ request }) => {
      const reader = await answerOf(await request.get('404.html'));
      expect(reader.body).toContain('name="broadsheet-base"');
      for (const address of ['2024/05/30/no-page.html', 'tide/', '2024/05/29/', 'gone', '%E6%B8%AF%E5%8F%A3/']) {
        const answer = await answerOf(await request.get(address, { maxRedirects: 0 }));
        expect(answer).toMatchObject({ status: 200, body: reader.body, caching: 'no-cache' });
        expect(answer.type).toMatch(/^text\/html/);
        expectSafe(answer.headers);
      }
    });

    test.describe('with a service worker', () => {
      test.use({ serviceWorkers: 'allow' });

      test('a person reads an article that has no page, also offline', async ({ page, context }) => {
        const faults: string[] = [];
        page.on('console', (message) => faults.push(message.text()));
        page.on('pageerror', (error) => faults.push(error.message));
        await page.goto('%E6%B8%AF%E5%8F%A3/2024/05/30/no-page.html');
        await expect(page.getByRole('article')).toContainText('码头今晚恢复夜航');
        await page.goto('');
        await page.evaluate(async () => (await navigator.serviceWorker.ready).active !== null);
        await page.getByRole('link', { name: '搬过家的一篇' }).first().click();
        await expect(page.getByRole('article')).toContainText('它从前在别的地址');
        expect(faults).toEqual([]);
        await page.reload();
        await expect(page.getByRole('article')).toContainText('它从前在别的地址');
        await context.setOffline(true);
        await page.reload();
        await expect(page.getByRole('article')).toContainText('它从前在别的地址');
      });
    });

    for (const address of ['data/posts/ab/abcd', 'data/days/1999/01/01.json', 'broadsheet/gone-1a2b.js'])
      test(`${address}, which is missing, is no page`, async ({ request }) => {
        const answer = await answerOf(await request.get(address));
        expect(answer).toMatchObject({ status: 404, body: 'Not found\n', caching: undefined });
        expect(answer.type).toMatch(/^text\/plain/);
      });

    for (const address of ['gone.js', 'assets/gone.PNG', 'sw-gone.js'])
      test(`${address}, which is missing, is not found`, async ({ request }) => {
        expect(await answerOf(await request.get(address))).toMatchObject({ status: 404 });
      });

    test('every kind of file is kept as long as it holds, and is what it is', async ({ request, site }) => {
      for (const [file, caching, type] of [
        [await firstIn(site.folder, 'data/posts'), IMMUTABLE, /^application\/octet-stream$/],
        [await firstIn(site.folder, 'broadsheet', '.js'), IMMUTABLE, /^text\/javascript/],
        [await firstIn(site.folder, 'broadsheet', '.css'), IMMUTABLE, /^text\/css/],
        ['data/manifest.json', 'no-cache', /^application\/json/],
        ['manifest.webmanifest', 'no-cache', /^application\/manifest\+json/],
        ['sw.js', 'no-cache', /javascript/],
        ['picture.svg', 'no-cache', /^image\/svg\+xml/],
        ['a%20b.txt', 'no-cache', /^text\/plain/],
      ] as const) {
        const answer = await answerOf(await request.get(file));
        expect([file, answer.status, answer.caching]).toEqual([file, 200, caching]);
        expect(answer.type).toMatch(type);
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
      }
    });

    for (const address of ['.broadsheet/root.json', '.git/config', 'data/../.broadsheet/site.json', '%2egit/config'])
      test(`${address} is hidden`, async ({ request, site }) => {
        const answer = await answerOf(await request.get(`${site.origin}${path}${address}`));
        expect(answer).toMatchObject({ status: 404, body: 'Not found\n' });
      });

    test('the configuration is hidden', async ({ request }) => {
      expect((await request.get('broadsheet.nginx.conf')).status()).toBe(404);
    });

    for (const address of ['old/%E6%BD%AE%E4%BF%A1-1.html', 'old/%E6%BD%AE%E4%BF%A1-1', 'old/%E6%BD%AE%E4%BF%A1-1/'])
      test(`the old address ${address} leads to the new one`, async ({ request }) => {
        const response = await request.get(address, { maxRedirects: 0 });
        expect([response.status(), response.headers()['location']]).toEqual([301, `${path}tide/moved.html`]);
      });

    test('an old address in other letters is left to the reader', async ({ page }) => {
      await page.goto('Old/%E6%BD%AE%E4%BF%A1-1.html');
      await expect(page.getByRole('article')).toContainText('它从前在别的地址');
    });
  });
}

test.describe('below a path', () => {
  test.use({ path: '/news/' });

  test('its address without a slash leads there, and no other does', async ({ request, site }) => {
    const bare = await request.get(`${site.origin}/news?theme=dark`, { maxRedirects: 0 });
    expect([bare.status(), bare.headers()['location']]).toEqual([301, '/news/?theme=dark']);
    for (const address of ['/', '/newsroom/', '/data/manifest.json'])
      expect((await request.get(site.origin + address)).status()).toBe(404);
  });
});

test.describe('below a path with a Chinese name', () => {
  test.use({ path: '/%E6%96%B0%E9%97%BB/2026/' });

  test('pages, articles, data and old addresses are found', async ({ page, request }) => {
    expect(await (await request.get('2026/11/21/one')).text()).toBe(PAGE);
    expect((await request.get('data/gone.json')).status()).toBe(404);
    await page.goto('old/%E6%BD%AE%E4%BF%A1-1.html');
    await expect(page).toHaveURL(/\/%E6%96%B0%E9%97%BB\/2026\/tide\/moved\.html$/);
    await expect(page.getByRole('article')).toContainText('它从前在别的地址');
  });
});

function expectSafe(headers: Readonly<Record<string, string>>): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  });
  for (const directive of ["default-src 'none'", "script-src 'self' 'sha256-", "frame-ancestors 'self'"])
    expect(headers['content-security-policy']).toContain(directive);
}

/** The path of a file below a folder of the site. */
async function firstIn(site: string, folder: string, ending = ''): Promise<string> {
  const children = await readdir(join(site, folder), { recursive: true, withFileTypes: true });
  const file = children.find((child) => child.isFile() && child.name.endsWith(ending));
  if (!file) throw new Error(`${folder} has no file *${ending}`);
  return join(file.parentPath, file.name).slice(site.length + 1);
}
