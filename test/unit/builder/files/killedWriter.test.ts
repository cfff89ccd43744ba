import { cpSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SiteWriter } from '#builder/files/SiteWriter.ts';
import { makeFolder, readFiles, readServed } from '../folders.ts';
import { killedAt, loseHolder } from '../killedAt.ts';

const DAY_MS = 86_400_000;
const CHUNKS = ['a', 'b', 'c'].map((digit) => `data/posts/${digit.repeat(2)}/${digit.repeat(64)}`);
const [A = '', B = '', C = ''] = CHUNKS;

type Texts = Readonly<Record<string, string>>;

const BEFORE: Texts = {
  [A]: 'a',
  [B]: 'b',
  'data/streams/all/2024.json': 'leaf',
  'data/streams/all/head.json': '1',
  'data/manifest.json': '1',
  'img/pier.gif': 'a file, then a folder',
  tide: 'a folder, then a file',
};
const AFTER: Texts = {
  [A]: 'a',
  [C]: 'c',
  'data/streams/all/2024.json': 'index',
  'data/streams/all/2024-05.json': 'leaf',
  'data/manifest.json': '2',
  'img/pier.gif/small.gif': 'small',
};

type Run = { readonly keepMs: number; readonly isFresh: boolean };

/** Publishes the later site over whatever is there, as `publish` does: revised where that is possible. */
function publishAfter(out: string, { keepMs, isFresh }: Run): void {
  const writer = new SiteWriter(out, { nowMs: 2 * DAY_MS, keepMs });
  try {
    if (isFresh || !writer.isKnown) writer.startFresh();
    else for (const path of Object.keys(BEFORE)) if (!(path in AFTER)) writer.remove(path);
    writer.notes.keep('day', Buffer.from('2'));
    writer.notes.drop('old');
    for (const [path, text] of Object.entries(AFTER)) writer.put(path, Buffer.from(text));
    writer.finish();
  } finally {
    writer.close();
  }
}

function siteBefore(): string {
  const out = makeFolder({ 'own.txt': 'nobody published this' });
  const writer = new SiteWriter(out, { nowMs: DAY_MS, keepMs: DAY_MS });
  writer.startFresh();
  writer.notes.keep('day', Buffer.from('1'));
  writer.notes.keep('old', Buffer.from('1'));
  for (const [path, text] of Object.entries(BEFORE)) writer.put(path, Buffer.from(text));
  writer.finish();
  writer.close();
  return out;
}

function copyOf(folder: string): string {
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Makes a folder hold what another holds. */
function reset(folder: string, like: string): void {
  rmSync(folder, { recursive: true });
  cpSync(like, folder, { recursive: true });
}

/** The site before, and what every publish must come to. */
function sitesFor(run: Run) {
  const before = siteBefore();
  const out = copyOf(before);
  publishAfter(out, run);
  return { before, out, whole: readFiles(out), served: readServed(out) };
}

const RUNS: readonly (readonly [string, Run])[] = [
  ['a revision', { keepMs: DAY_MS, isFresh: false }],
  ['a revision that keeps nothing', { keepMs: 0, isFresh: false }],
  ['a full publish', { keepMs: DAY_MS, isFresh: true }],
  ['a full publish that keeps nothing', { keepMs: 0, isFresh: true }],
];

test.each(RUNS)(
  '%s that is killed anywhere leaves the old site, or the next run makes it the new one',
  async (_name, run) => {
    const { before, out, whole, served } = sitesFor(run);
    const old = readServed(before);
    const isKilledAt = async (nth: number) => {
      reset(out, before);
      const isKilled = await killedAt(nth, () => publishAfter(out, run));
      loseHolder(out);
      return isKilled;
    };
    let nth = 1;
    for (; await isKilledAt(nth); nth++) {
      new SiteWriter(out, { nowMs: 2 * DAY_MS, keepMs: DAY_MS }).close();
      expect([withoutNew(old), withoutNew(served)]).toContainEqual(withoutNew(readServed(out)));
      publishAfter(out, { ...run, isFresh: false });
      expect(readFiles(out)).toEqual(whole);
    }
    expect(nth).toBeGreaterThan(20);
  },
  60_000,
);

/** Without the file named by hash that is new: it may be in place before anything names it. */
function withoutNew({ [C]: _new, ...files }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return files;
}

// Of the first changes one is half a lock, for which the next run waits a while.
const POINTS = fc.array(fc.integer({ min: 4, max: 45 }), { minLength: 2, maxLength: 4 });

test.each(RUNS)(
  '%s may be killed again and again, also while it finishes another',
  async (_name, run) => {
    const { before, out, whole } = sitesFor(run);
    const isWhole = fc.asyncProperty(POINTS, async (points) => {
      reset(out, before);
      for (const nth of points) {
        await killedAt(nth, () => publishAfter(out, run));
        loseHolder(out);
      }
      publishAfter(out, run);
      expect(readFiles(out)).toEqual(whole);
    });
    await fc.assert(isWhole, { numRuns: 15 });
  },
  60_000,
);
