import { cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inSafeOrder } from '#builder/files/moveOrder.ts';
import { SiteWriter, type Written } from '#builder/files/SiteWriter.ts';
import { makeFolder } from '../folders.ts';
import { killedAt, loseHolder } from '../killedAt.ts';

type Texts = Readonly<Record<string, string>>;
type Host = Map<string, string>;

const DAY_MS = 86_400_000;
const [A = '', B = '', C = '', D = ''] = [...'abcd'].map(
  (digit) => `data/posts/${digit.repeat(2)}/${digit.repeat(64)}`,
);
const BEFORE: Texts = { [A]: 'a', [B]: 'b', 'data/front.json': '1', 'data/manifest.json': '1', 'pier.gif': '1' };
const AFTER: Texts = { [A]: 'a', [C]: 'c', 'data/front.json': '2', 'data/manifest.json': '2' };
const LAST: Texts = { [A]: 'a', [D]: 'd', 'data/front.json': '2', 'data/manifest.json': '3', 'mole.gif': '3' };

type How = { readonly isFull?: boolean; readonly host?: Host };

/** Publishes a site over what is there; where there is a host, its owner does what the list says. */
function publishSite(out: string, files: Texts, { isFull = false, host }: How): void {
  const writer = new SiteWriter(out, { nowMs: DAY_MS, keepMs: 0, isListed: host !== undefined });
  try {
    if (isFull || !writer.isKnown) writer.startFresh();
    else for (const path of Object.keys({ ...BEFORE, ...AFTER, ...LAST })) if (!(path in files)) writer.remove(path);
    for (const [path, text] of Object.entries(files)) writer.put(path, Buffer.from(text));
    const written = writer.finish();
    if (host === undefined) return;
    upload(written, out, host);
    writer.listed();
  } finally {
    writer.close();
  }
}

function upload({ written, removed }: Written, out: string, host: Host): void {
  expect(written).toEqual(inSafeOrder(written));
  for (const path of written) host.set(path, readFileSync(join(out, path), 'utf8'));
  for (const path of removed) {
    expect(existsSync(join(out, path)), `${path} is to be deleted, and is there`).toBe(false);
    host.delete(path);
  }
}

const RUNS: readonly (readonly [string, boolean, (out: string, host: Host) => Texts])[] = [
  ['a publish with a list', false, (out, host) => (publishSite(out, AFTER, { host }), AFTER)],
  ['a full publish with a list', true, (out, host) => (publishSite(out, AFTER, { host }), AFTER)],
  ['a publish of later changes', false, (out, host) => (publishSite(out, LAST, { host }), LAST)],
  ['a full publish of later changes', true, (out, host) => (publishSite(out, LAST, { host, isFull: true }), LAST)],
  [
    'a publish that is refused',
    false,
    (out, host) => {
      new SiteWriter(out, { nowMs: DAY_MS, keepMs: 0, isListed: true }).close();
      return publishSite(out, AFTER, { host }), AFTER;
    },
  ],
];

test.each(RUNS)('after a kill anywhere, %s makes the host what the site is', async (_name, isFull, follow) => {
  const [before, out] = [makeFolder(), makeFolder()];
  publishSite(before, BEFORE, {});
  let nth = 4; // Before, there is half a lock at most, for which the next run waits.
  for (let isKilled = true; isKilled; nth++) {
    rmSync(out, { recursive: true });
    cpSync(before, out, { recursive: true });
    const host: Host = new Map(Object.entries(BEFORE));
    isKilled = await killedAt(nth, () => publishSite(out, AFTER, { isFull, host }));
    loseHolder(out);
    const site = follow(out, host);
    expect(Object.fromEntries(host), `after a kill at ${nth}`).toEqual(site);
    expect(existsSync(join(out, '.broadsheet/unlisted'))).toBe(false);
  }
  expect(nth).toBeGreaterThan(20);
});

test('what was not handed over is told again, a publish without a list between or not', () => {
  const out = makeFolder();
  const host: Host = new Map(Object.entries(BEFORE));
  publishSite(out, BEFORE, { host });
  const untold = new SiteWriter(out, { nowMs: DAY_MS, keepMs: 0, isListed: true });
  untold.remove(B);
  untold.put(C, Buffer.from('c'));
  untold.finish();
  untold.close();
  publishSite(out, LAST, {});
  publishSite(out, LAST, { host });
  expect(Object.fromEntries(host)).toEqual(LAST);
});

/** A publish of a file that goes and one that comes, whose list was lost, or was not asked for. */
function publishUntold(out: string, [gone, come = A]: readonly string[], isListed = true): void {
  const writer = new SiteWriter(out, { nowMs: DAY_MS, keepMs: 0, isListed });
  if (gone !== undefined) writer.remove(gone);
  writer.put(come, Buffer.from(come === A ? 'a' : come));
  writer.finish();
  writer.close();
}

test('what is noted for a list does not grow by what comes and goes until it is written', () => {
  const out = makeFolder();
  const host: Host = new Map(Object.entries(BEFORE));
  publishSite(out, BEFORE, { host });
  const passing = [...'0123456789'].map((digit) => `data/posts/${digit.repeat(2)}/${digit.repeat(64)}`);
  const sizes = [B, ...passing].map((gone, index) => {
    publishUntold(out, [gone, passing[index] ?? A], index === 0);
    return statSync(join(out, '.broadsheet/unlisted')).size;
  });
  expect(new Set(sizes.slice(1, -1)).size).toBe(1);
  publishSite(out, LAST, { host });
  expect(Object.fromEntries(host)).toEqual(LAST);
});

test('what a host has, and went, came and went again until a list is written, is to be deleted there', () => {
  const out = makeFolder();
  const host: Host = new Map(Object.entries(BEFORE));
  publishSite(out, BEFORE, { host });
  publishUntold(out, [B]);
  for (const files of [BEFORE, LAST, BEFORE, LAST]) publishSite(out, files, {});
  publishSite(out, LAST, { host });
  expect(Object.fromEntries(host)).toEqual(LAST);
});

test('nothing is noted for a list that nobody asks for', () => {
  const out = makeFolder();
  for (const files of [BEFORE, AFTER, LAST]) publishSite(out, files, {});
  expect(existsSync(join(out, '.broadsheet/unlisted'))).toBe(false);
});
