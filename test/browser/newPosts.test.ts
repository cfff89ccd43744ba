// Posts that are published while a list is being read.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './journey.ts';
import { publishAndServe } from './publishAndServe.ts';

const NEW_POST = `---
title: 渡轮今晚加开一班
date: 2026-11-22 09:00:00 +0800
categories: 港口
---
末班之后再开一班，接看戏的人回岛。
`;

test('they are told where the reader is, nothing moves, and a line parts them from what was there', async ({
  page,
}) => {
  const posts = await mkdtemp(join(tmpdir(), 'broadsheet-new-'));
  await cp('demo', posts, { recursive: true });
  const site = await publishAndServe(posts);
  try {
    await page.clock.install();
    await page.goto(site.url);
    await expect(page.getByRole('button', { name: /选择其他日期/ })).toBeVisible();
    await page.mouse.wheel(0, 1800);
    await page.clock.runFor(1000);
    const row = page.locator('[aria-posinset="12"]');
    const top = async () => row.evaluate((one) => one.getBoundingClientRect().top);
    const before = await top();

    await writeFile(join(posts, '_posts', '2026-11-22-late-ferry.md'), NEW_POST);
    await promisify(execFile)(process.execPath, ['dist/cli.js', 'publish', posts, site.folder]);
    // In steps: a host that is silent for ten seconds counts as gone, and the page's clock outruns the real network.
    for (let seconds = 0; seconds < 65; seconds += 5) {
      await page.clock.runFor(5000);
      await page.request.get(site.url);
    }
    const told = page.getByRole('button', { name: '1 条新消息' });
    await expect(told).toBeVisible();
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    await expect(page.getByText('渡轮今晚加开一班')).toBeHidden();

    await told.click();
    await expect(page.getByRole('heading', { level: 2, name: '渡轮今晚加开一班' })).toBeVisible();
    await expect(page.getByRole('feed').getByText('你上次读到这里')).toBeVisible();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(told).toBeHidden();
  } finally {
    await site.close();
    await rm(posts, { recursive: true });
  }
});
