// Lists of one generation of the archive and articles of another: the right article, or a clear word; never another one.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyPosts, expect, expectFailure, publishNewsroom, RECOVERY_MS, test, visit } from './faultyJourney.ts';

const NEW_TITLE = '夜班渡轮加开一班';
const NEW = 'haiwanribao/2024/05/30/NW202405302200001133.html';
const NEW_POST = `---
layout: post
title: "${NEW_TITLE}"
date: 2024-05-30 22:00:00 +0800
categories: haiwanribao
---
<p>末班之后再开一班。</p>
`;

test('a kept day does not know an article of a newer list: that is said, and it opens with the network', async ({
  page,
  context,
  host,
}) => {
  await visit(page, host.url);
  await page.reload();
  const [posts, folder] = [await copyPosts(), await publishNewsroom('test/fixtures/newsroom')];
  await writeFile(join(posts, '_posts/2024-05-30-NW202405302200001133.md'), NEW_POST);
  await publishNewsroom(posts, [], folder);
  host.serve(folder);
  // The manifest is new, all else is what the device has.
  host.misbehave('server error', /^\/data\/(?!manifest)/);
  await page.goto(host.url);
  const link = page.getByRole('link', { name: NEW_TITLE }).first();
  await expect(link).toBeVisible();
  await link.click();
  await expectFailure(page);
  host.behave();
  await expect(page.getByRole('heading', { level: 1, name: NEW_TITLE })).toBeVisible({ timeout: RECOVERY_MS });
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: NEW_TITLE })).toBeVisible();
  await context.setOffline(false);
  await host.stop();
  await Promise.all([posts, folder].map((one) => rm(one, { recursive: true })));
});

test('a list that was opened before a publish leads to the article as it is now', async ({ page, host }) => {
  await visit(page, host.url);
  const [posts, folder] = [await copyPosts(), await publishNewsroom('test/fixtures/newsroom')];
  await writeFile(join(posts, '_posts/2024-05-30-NW202405302200001133.md'), NEW_POST);
  await publishNewsroom(posts, ['--keep', '0'], folder);
  host.serve(folder);
  for (const [title, address] of [
    ['东岬县：四十台风机抢在大风之前并网', 'haiwanribao/2024/05/30/NW202405300955067614.html'],
    [NEW_TITLE, NEW],
  ] as const) {
    await page.goto(host.url + address);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
  await page.goto(`${host.url}haiwanribao/2024/05/30/NW202405309999999999.html`);
  await expect(page.getByRole('heading', { level: 1, name: '没有找到这一页' })).toBeVisible();
  await host.stop();
  await Promise.all([posts, folder].map((one) => rm(one, { recursive: true })));
});
