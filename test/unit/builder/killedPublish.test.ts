import { cpSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import { fakePrerender } from './fakePrerender.ts';
import { APP_FOLDER, makeFolder, putFiles, readServed } from './folders.ts';
import { changesOfDisk, killedAt, loseHolder } from './killedAt.ts';
import { numberedPost, numberedPosts } from './posts.ts';

const NOW_MS = Date.UTC(2026, 10, 21, 2);
const KILLS = 30;
const PAGES = { count: 20, prerender: fakePrerender };

test('a full publish takes up one that was killed, and keeps what that had put in place', async () => {
  const posts = makeFolder({
    '_config.yml': 'url: https://lanpu.example\ntimezone: Asia/Shanghai\n',
    ...numberedPosts(30),
  });
  const [before, out, after] = [makeFolder(), makeFolder(), makeFolder()];
  await publishTo(posts, before);
  putFiles(posts, numberedPost(15, '<p>码头今晚恢复夜航。</p>'));
  reset(after, before);
  const count = await changesOfDisk(() => publishTo(posts, after));
  for (let kill = 0; kill < KILLS; kill++) {
    const nth = 1 + Math.floor((kill * count) / KILLS);
    reset(out, before);
    expect(await killedAt(nth, () => publishTo(posts, out))).toBe(true);
    loseHolder(out);
    expect(verify(out).problems, `killed at change ${nth}`).toEqual([]);
    await publishTo(posts, out);
    expect(verify(out).problems, `finished after a kill at change ${nth}`).toEqual([]);
    expect(readServed(out)).toEqual(readServed(after));
  }
}, 120_000);

function publishTo(posts: string, out: string) {
  return publish({ folder: posts, out, appFolder: APP_FOLDER, nowMs: NOW_MS, isFull: true, pages: PAGES });
}

function reset(folder: string, like: string): void {
  rmSync(folder, { recursive: true });
  cpSync(like, folder, { recursive: true });
}
