import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeJournal } from '#builder/files/journal.ts';
import { SiteWriter } from '#builder/files/SiteWriter.ts';
import { Stage } from '#builder/files/Stage.ts';
import { makeFolder, readServed } from '../folders.ts';

const OPTIONS = { nowMs: 0, keepMs: 0 };
const JOURNAL = '.broadsheet/journal';
const STAGE = '.broadsheet/new';

/** A site, and a publish of it that was killed as soon as its journal was written. */
function committed(): string {
  const out = makeFolder();
  const writer = new SiteWriter(out, OPTIONS);
  writer.startFresh();
  for (const path of ['a.txt', 'b.txt']) writer.put(path, Buffer.from('old'));
  writer.finish();
  writer.close();
  const stage = new Stage(out);
  for (const path of ['a.txt', 'c.txt']) stage.add(path, Buffer.from('new'));
  const moves = stage.paths().map((path) => [path, stage.nameOf(path)] as const);
  writeJournal(out, { clear: [], moves, remove: ['b.txt'] });
  return out;
}

function textsOf(out: string): Record<string, string> {
  return Object.fromEntries(Object.keys(readServed(out)).map((path) => [path, readFileSync(join(out, path), 'utf8')]));
}

test('what a killed publish had committed is finished, and told of by the next', () => {
  const out = committed();
  const writer = new SiteWriter(out, OPTIONS);
  expect(textsOf(out)).toEqual({ 'a.txt': 'new', 'c.txt': 'new' });
  expect(writer.isKnown).toBe(true);
  expect(writer.finish()).toMatchObject({ removed: ['b.txt'] });
  writer.close();
});

test.each([
  ['a waiting file is missing', (out: string) => rmSync(join(out, STAGE, readdirSync(join(out, STAGE))[0] ?? ''))],
  [
    'a waiting file is damaged',
    (out: string) => writeFileSync(join(out, STAGE, readdirSync(join(out, STAGE))[0] ?? ''), ''),
  ],
  ['its journal is damaged', (out: string) => writeFileSync(join(out, JOURNAL), '{')],
])('where %s, the site stays as it is and only a full publish can follow', (_name, damage) => {
  const out = committed();
  damage(out);
  const writer = new SiteWriter(out, OPTIONS);
  expect([writer.isKnown, textsOf(out)]).toEqual([false, { 'a.txt': 'old', 'b.txt': 'old' }]);
  writer.startFresh();
  writer.put('a.txt', Buffer.from('newest'));
  writer.finish();
  writer.close();
  const next = new SiteWriter(out, OPTIONS);
  expect([next.isKnown, readFileSync(join(out, 'a.txt'), 'utf8')]).toEqual([true, 'newest']);
  next.close();
});

test('damaged notes of the writer call for a full publish', () => {
  const out = committed();
  rmSync(join(out, JOURNAL));
  const notes = join(out, '.broadsheet/site.json');
  writeFileSync(notes, readFileSync(notes, 'utf8').replace('"files":2', '"files":3'));
  const writer = new SiteWriter(out, OPTIONS);
  expect(writer.isKnown).toBe(false);
  writer.close();
});
