// `publish --no-worker`, before and after publishes with a worker.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import { fakePrerender } from './fakePrerender.ts';
import { APP_FOLDER, makeFolder, readServed } from './folders.ts';
import { numberedPosts } from './posts.ts';

const NOW_MS = Date.UTC(2026, 10, 21);
const pages = { count: 3, prerender: fakePrerender };

test('a site gives up its worker, and takes it back, whole', async () => {
  const folder = makeFolder({ '_config.yml': 'timezone: Asia/Shanghai', ...numberedPosts(5) });
  const publishTo = (out: string, hasWorker: boolean) =>
    publish({ folder, out, appFolder: APP_FOLDER, nowMs: NOW_MS, keepMs: 0, pages, hasWorker });
  const site = makeFolder();
  for (const hasWorker of [true, false, true, false]) {
    await publishTo(site, hasWorker);
    expect(verify(site).problems).toEqual([]);
    const clean = makeFolder();
    await publishTo(clean, hasWorker);
    expect(readServed(site)).toEqual(readServed(clean));
    const worker = readFileSync(join(site, 'sw.js'), 'utf8');
    expect(worker.startsWith('self.shellFiles=')).toBe(hasWorker);
  }
});
