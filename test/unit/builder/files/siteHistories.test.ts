import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SITE_NOTES, readSiteNotes } from '#builder/files/SiteNotes.ts';
import { SiteWriter } from '#builder/files/SiteWriter.ts';
import { makeFolder, readFiles } from '../folders.ts';

const HOUR_MS = 3_600_000;
const CHUNK = `data/posts/ab/${'ab'.repeat(32)}`;

type Site = ReadonlyMap<string, string>;

/** Some files to put, others to take away, by a run that ends well, fails, or begins the site anew. */
type Run = {
  readonly changes: readonly (readonly [path: string, text: string | null])[];
  readonly ends: 'well' | 'failed';
  readonly isFresh: boolean;
  readonly hours: number;
};

const paths = fc.constantFrom('tide', 'tide/a', 'tide/a/b', 'pier', 'data/front.json', 'data/manifest.json', CHUNK);
const texts = fc.constantFrom('潮', '信', null);
const run: fc.Arbitrary<Run> = fc.record({
  changes: fc.array(fc.tuple(paths, texts), { maxLength: 6 }),
  ends: fc.constantFrom('well', 'well', 'failed'),
  isFresh: fc.boolean(),
  hours: fc.integer({ min: -1, max: 3 }),
});

/** A change as a site makes it: what stands in the way of a file is no longer part of it. */
function changesFor(site: Site, { changes }: Run): Run['changes'] {
  const shown = new Set(site.keys());
  return changes.flatMap(([path, text]) => {
    const inTheWay = [...shown].filter((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
    for (const other of text === null ? [] : inTheWay) shown.delete(other);
    if (text === null) shown.delete(path);
    else shown.add(path);
    const isNamedByHash = path === CHUNK;
    const put = [path, isNamedByHash && text !== null ? '块' : text] as const;
    return text === null ? [put] : [...inTheWay.map((other) => [other, null] as const), put];
  });
}

function siteAfter(site: Site, changes: Run['changes']): Site {
  const after = new Map(site);
  for (const [path, text] of changes) {
    if (text === null) after.delete(path);
    else after.set(path, text);
  }
  return after;
}

function publish(
  out: string,
  site: Site,
  { ends, isFresh }: Run,
  { changes, nowMs }: { changes: Run['changes']; nowMs: number },
) {
  const writer = new SiteWriter(out, { nowMs, keepMs: 2 * HOUR_MS });
  try {
    const isAnew = isFresh || !writer.isKnown;
    if (isAnew) writer.startFresh();
    for (const [path, text] of [...(isAnew ? site : []), ...changes]) {
      if (text === null) writer.remove(path);
      else writer.put(path, Buffer.from(text));
      expect(writer.read(path)?.toString() ?? null).toBe(text);
    }
    if (ends === 'well') writer.finish();
  } finally {
    writer.close();
  }
}

/** What the writer says of a site, and of one of the same files that was published at once. */
function notesOf(out: string, nowMs: number) {
  const writer = new SiteWriter(out, { nowMs, keepMs: 2 * HOUR_MS });
  const notes = readSiteNotes(writer.notes.read(SITE_NOTES));
  writer.close();
  return notes;
}

test('after any history the site is what was put last, and files of earlier ones stay for their time', () => {
  const fresh = makeFolder();
  const out = makeFolder();
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), (runs) => {
      let [site, nowMs]: [Site, number] = [new Map(), 100 * HOUR_MS];
      for (const folder of [out, fresh]) rmSync(folder, { recursive: true, force: true });
      for (const next of runs) {
        const changes = changesFor(site, next);
        publish(out, site, next, { changes, nowMs: (nowMs += next.hours * HOUR_MS) });
        if (next.ends === 'well') site = siteAfter(site, changes);
      }
      const last: Run = { changes: [], ends: 'well', isFresh: false, hours: 0 };
      publish(out, site, last, { changes: [], nowMs });
      publish(fresh, site, { ...last, isFresh: true }, { changes: [], nowMs });
      const [notes, expected] = [notesOf(out, nowMs), notesOf(fresh, nowMs)];
      const { retired = [], ...sums } = notes ?? {};
      expect({ ...sums, retired: [] }).toEqual(expected);
      for (const [path, sinceMs] of retired) {
        expect([path, sinceMs <= nowMs && sinceMs > nowMs - 2 * HOUR_MS, site.has(path)]).toEqual([path, true, false]);
      }
      const served = Object.keys(readFiles(out)).filter((path) => !path.startsWith('.broadsheet/'));
      expect(served).toEqual([...site.keys(), ...retired.map(([path]) => path)].toSorted());
      for (const [path, text] of site) expect(readFiles(out)[path]).toBe(Buffer.from(text).toString('hex'));
    }),
    { numRuns: 150 },
  );
}, 60_000);
