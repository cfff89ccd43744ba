// A new release while the old one is being read, in two tabs.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  ARTICLE,
  CATEGORY,
  expect,
  expectArticle,
  expectHome,
  keptPaths,
  test,
  TITLE,
  visit,
} from './faultyJourney.ts';

const made: string[] = [];
test.afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

const READY = '阅读器有新版本了';

/**
 * The site with another release of the reader: every script that is not of the first load has another name, as when its
 * code had changed, and the files of the old one are gone.
 */
async function nextRelease(published: string): Promise<string> {
  const next = await mkdtemp(join(tmpdir(), 'broadsheet-next-'));
  made.push(next);
  await cp(published, next, { recursive: true });
  const worker = join(next, 'sw.js');
  const script = await readFile(worker, 'utf8');
  await writeFile(worker, script.replace(/\n/, '\n/* another release */\n'));
  for (const name of await readdir(join(next, 'broadsheet')))
    if (name.startsWith('places')) await rm(join(next, 'broadsheet', name));
  await writeFile(worker, (await readFile(worker, 'utf8')).replaceAll(/"broadsheet\/places[^"]*":"[^"]*",/g, ''));
  return next;
}

/** Makes a tab look for a new release, as it does once an hour when it comes to the front. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
}

function loadsOf(page: Page): string[] {
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  return loads;
}

test('it waits, says so in both tabs, and starts in the one where the reader wants it, at the same place', async ({
  page,
  context,
  host,
  published,
}) => {
  await visit(page, host.url);
  await page.goto(host.url + ARTICLE);
  await expectArticle(page);
  const other = await context.newPage();
  await other.goto(host.url + CATEGORY);
  await expectHome(other);
  await page.waitForLoadState('networkidle');
  await page.setViewportSize({ width: 390, height: 300 });
  const [here, there] = [loadsOf(page), loadsOf(other)];

  const next = await nextRelease(published);
  host.serve(next);
  await lookForUpdate(page);
  await expect(page.getByText(READY)).toBeVisible();
  await expect(other.getByText(READY)).toBeVisible();
  expect([here, there]).toEqual([[], []]);

  await page.evaluate(() => window.scrollTo(0, 260));
  await page.waitForTimeout(500);
  // By key, as it were: the pointer would have to go to the end of the article.
  await page.getByRole('button', { name: '立即启用' }).evaluate((button: HTMLElement) => button.click());
  await expect.poll(() => here.length).toBe(1);
  await expectArticle(page);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(260);
  await expect(page.getByText(READY)).toBeHidden();

  // The other tab keeps its release, whose files the host no longer has, and its place.
  await expect(other.getByText(READY)).toBeVisible();
  await other.setViewportSize({ width: 390, height: 844 });
  await other.getByRole('link', { name: '归档' }).first().click();
  await expect(other.getByRole('heading', { level: 1, name: '归档' })).toBeVisible();
  await other.goBack();
  await other.getByRole('link', { name: TITLE }).first().click();
  await expectArticle(other);
  await other.waitForTimeout(1000);
  expect([here.length, there.length]).toEqual([1, 0]);
});

test('it starts by itself with the next cold start, and the old files go', async ({
  page,
  context,
  host,
  published,
}) => {
  await visit(page, host.url);
  const next = await nextRelease(published);
  host.serve(next);
  await lookForUpdate(page);
  await expect(page.getByText(READY)).toBeVisible();
  expect((await keptPaths(page)).filter((path) => path.includes('places'))).not.toEqual([]);
  const stay = await context.newPage();
  await page.close();
  await stay.waitForTimeout(2000); // A tab that is opened as the last one closes still gets the old release.
  await stay.goto(host.url);
  await expectHome(stay);
  await expect(stay.getByText(READY)).toBeHidden();
  await expect
    .poll(() => stay.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting))
    .toBeNull();
  await expect.poll(async () => (await keptPaths(stay)).filter((path) => path.includes('places'))).toEqual([]);
});

test('data of a newer format is said, and the release that reads it is started on the reader’s word', async ({
  page,
  host,
  published,
}) => {
  await visit(page, host.url);
  const next = await nextRelease(published);
  const manifest = join(next, 'data/manifest.json');
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, text.replace('"format":1', '"format":99'));
  host.serve(next);
  await page.goto(host.url);
  await expect(page.getByText('本站的数据比这一页的程序更新')).toBeVisible();
  const loads = loadsOf(page);
  await writeFile(manifest, text); // As if the new release read it.
  await page.getByRole('button', { name: '再试一次' }).click();
  await expectHome(page);
  await expect.poll(() => loads.length).toBe(1);
});
