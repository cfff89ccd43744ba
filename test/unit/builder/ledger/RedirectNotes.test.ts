import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import { passingLedger } from '#builder/ledger/ledgerFiles.ts';
import type { DayNote } from '#builder/ledger/notes.ts';
import { RedirectNotes } from '#builder/ledger/RedirectNotes.ts';

/** A day whose only post has so many old addresses; without any there is no day. */
function dayWith(name: string, count: number): DayNote | null {
  const redirects = Array.from({ length: count }, (_redirect, number) => `/${name}/${number}`);
  const post = { address: `/${name}/`, redirects } as unknown as DayNote['posts'][number]; // All that is looked at.
  return count > 0 ? { posts: [post], chunks: [] } : null;
}

const change = fc.record({
  day: fc.constantFrom('2023-12-31', '2024-01-01', '2024-05-30', '2024-05-31'),
  count: fc.integer({ min: 0, max: 3 }),
  isSaved: fc.boolean(),
  isReopened: fc.boolean(),
});

test('the newest are found and all are counted, whatever was noted when', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.integer({ min: 0, max: 9 }), (changes, limit) => {
      const files = passingLedger();
      const days = new Map<string, number>();
      let notes = new RedirectNotes(files);
      for (const { day, count, isSaved, isReopened } of changes) {
        notes.setDay(day, dayWith(day, count));
        days.set(day, count);
        if (isSaved) notes.save();
        if (isSaved && isReopened) notes = new RedirectNotes(files);
      }
      const all = [...days]
        .toSorted(([a], [b]) => (a < b ? 1 : -1))
        .flatMap(([day, count]) => Array.from({ length: count }, (_one, number) => [`/${day}/${number}`, `/${day}/`]));
      const newest = notes.newest(limit);
      expect(notes.count).toBe(all.length);
      expect(newest).toEqual(all.slice(0, newest.length));
      expect(newest.length).toBeGreaterThanOrEqual(Math.min(limit, all.length));
      notes.save();
      expect(files.list('redirects')).toHaveLength([...days.values()].filter((count) => count > 0).length);
    }),
  );
});

test('no file is read that is not needed', () => {
  const read: string[] = [];
  const files = passingLedger();
  const notes = new RedirectNotes({ ...files, read: (path) => (read.push(path), files.read(path)) });
  for (const day of ['2024-05-29', '2024-05-30', '2024-05-31']) notes.setDay(day, dayWith(day, 2));
  notes.save();
  expect([notes.count, notes.newest(3).length, read]).toEqual([
    6,
    4,
    ['redirects/2024-05-31~2', 'redirects/2024-05-30~2'],
  ]);
});

test('a file that is damaged or gone says so', () => {
  const files = passingLedger();
  files.put('redirects/2024-05-30~1', Buffer.from('x'));
  expect(() => new RedirectNotes(files).newest(1)).toThrow(DamagedSiteError);
  const gone = new RedirectNotes({ ...files, read: () => null });
  expect(() => gone.newest(1)).toThrow(DamagedSiteError);
});
