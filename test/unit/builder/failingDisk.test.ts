import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';
import { explain } from '#builder/commands/explain.ts';
import { publish } from '#builder/publish.ts';
import { verify } from '#builder/verify.ts';
import type { Manifest } from '#shared/archive.ts';
import { runCli } from './commands/runCli.ts';
import { FAILURES, onFailingDisk } from './failingDisk.ts';
import { fakePrerender } from './fakePrerender.ts';
import { APP_FOLDER, makeFolder, putFiles, readServed } from './folders.ts';
import { loseHolder } from './killedAt.ts';
import { numberedPost, numberedPosts } from './posts.ts';

/** How many calls, spread over all, fail. */
const MOMENTS = 12;

const FAILING = pathToFileURL('test/fixtures/killAt.mjs').href;

const CONFIG = 'url: https://lanpu.example\ntimezone: Asia/Shanghai\n';
const PAGES = { count: 6, prerender: fakePrerender };

/** A Jekyll folder that changed since it was published, that site, and what it should become. */
type Sites = { readonly posts: string; readonly before: string; readonly clean: string };

let sites: Sites;

beforeAll(async () => {
  const posts = makeFolder({ '_config.yml': CONFIG, ...numberedPosts(10) });
  const [before, clean] = [makeFolder(), makeFolder()];
  await publishTo(before, posts);
  putFiles(posts, { ...numberedPost(11), ...numberedPost(9, '<p>改了。</p>'), 'pier.png': 'png' });
  rmSync(join(posts, '_posts/2024-05-01-no7.md'));
  await publishTo(clean, posts);
  sites = { posts, before, clean };
});

function publishTo(out: string, folder: string, isFull = false) {
  const nowMs = Date.UTC(2026, 10, 21, 2);
  return publish({ folder, out, appFolder: APP_FOLDER, nowMs, keepMs: 0, isFull, pages: PAGES });
}

/** The exit code of a publish, and what it says. */
async function exitOf(run: () => Promise<unknown>): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    return {
      code: await run().then(
        () => 0,
        (cause: unknown) => explain(cause, 'publish'),
      ),
      said: said.join(''),
    };
  } finally {
    spy.mockRestore();
  }
}

function generationOf(out: string): string {
  return (JSON.parse(readFileSync(join(out, 'data/manifest.json'), 'utf8')) as Manifest).generation; // Ours.
}

const CASES = FAILURES.flatMap((failure) =>
  [false, true].map((isFull) => [isFull ? 'a full publish' : 'a publish of changes', failure.code, failure] as const),
);

test.each(CASES)(
  '%s that meets %s anywhere says so, and leaves the old site or the new one',
  async (kind, code, failure) => {
    const isFull = kind === 'a full publish';
    const out = makeFolder();
    const attempt = async (nth: number) => {
      rmSync(out, { recursive: true });
      cpSync(sites.before, out, { recursive: true, preserveTimestamps: true });
      let ended = { code: 0, said: '' };
      const calls = await onFailingDisk(failure, { folder: out, nth }, async () => {
        ended = await exitOf(() => publishTo(out, sites.posts, isFull));
      });
      const said = new RegExp(`^${out}.*${code}.*(free space|correct the cause)`);
      // What only tidies up may fail without a word.
      if (ended.code === 0) expect(generationOf(out)).toBe(generationOf(sites.clean));
      else expect([nth, ended]).toEqual([nth, { code: 3, said: expect.stringMatching(said) }]);
      return calls;
    };
    const count = await attempt(Number.POSITIVE_INFINITY);
    for (let moment = 0; moment < Math.min(MOMENTS, count); moment++) {
      const nth = 1 + Math.floor((moment * count) / Math.min(MOMENTS, count));
      await attempt(nth);
      loseHolder(out);
      expect(verify(out).problems, `at call ${nth}`).toEqual([]);
      await publishTo(out, sites.posts);
      expect(verify(out).problems, `finished after call ${nth}`).toEqual([]);
      expect(readServed(out), `finished after call ${nth}`).toEqual(readServed(sites.clean));
    }
  },
  120_000,
);

test.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])('the command ends with 3 at %s, and names file and remedy', (code) => {
  const out = makeFolder();
  const env = { NODE_OPTIONS: `--import=${FAILING}`, KILL_AT: '20', FAIL_CODE: code };
  const { code: exit, stderr } = runCli(['publish', makeFolder(numberedPosts(3)), out], { env });
  expect([exit, stderr]).toEqual([
    3,
    expect.stringMatching(new RegExp(`^${out}/.*${code}.*free space or correct the perm`)),
  ]);
});
