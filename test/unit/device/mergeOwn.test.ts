import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeOwn } from '#device/mergeOwn.ts';
import type { OwnData, SavedPost } from '#shared/ownFile.ts';
import { anyOwn, sorted } from './anyOwn.ts';

const NOTHING: OwnData = { read: [], watermarks: [], saved: [], places: [] };

test('nothing added, or the same again, changes nothing', () => {
  fc.assert(
    fc.property(anyOwn, (own) => {
      expect(sorted(mergeOwn(own, NOTHING))).toEqual(sorted(own));
      expect(sorted(mergeOwn(own, own))).toEqual(sorted(own));
    }),
  );
});

test('it does not matter which device is added to which', () => {
  fc.assert(
    fc.property(anyOwn, anyOwn, (a, b) => {
      expect(sorted(mergeOwn(a, b))).toEqual(sorted(mergeOwn(b, a)));
    }),
  );
});

test('every address and scope of either is there once, and as new as the newer of both', () => {
  fc.assert(
    fc.property(anyOwn, anyOwn, (a, b) => {
      const merged = mergeOwn(a, b);
      for (const mark of [...a.read, ...b.read]) {
        const own = merged.read.filter(({ address }) => address === mark.address);
        expect(own).toHaveLength(1);
        expect(own[0]?.readAt).toBeGreaterThanOrEqual(mark.readAt);
      }
      for (const { scope, upTo } of [...a.watermarks, ...b.watermarks])
        expect(merged.watermarks.filter((one) => one.scope === scope && one.upTo >= upTo)).toHaveLength(1);
      for (const post of [...a.saved, ...b.saved]) {
        const own = merged.saved.filter(({ address }) => address === post.address);
        expect(own).toHaveLength(1);
        if (post.article) expect(own[0]?.article).toBeDefined();
      }
      expect(new Set(merged.places.map(({ address }) => address))).toEqual(
        new Set([...a.places, ...b.places].map(({ address }) => address)),
      );
    }),
  );
});

test('a saved article that came without its text keeps the text that was there', () => {
  const headline = { address: '/a', title: 'A', time: '2024-05-30' };
  const old: SavedPost = {
    address: '/a',
    savedAt: 1,
    headline,
    article: { ...headline, date: '2024-05-30T00:00:00+08:00', html: '<p>A</p>' },
  };
  const [kept] = mergeOwn(
    { ...NOTHING, saved: [old] },
    { ...NOTHING, saved: [{ address: '/a', savedAt: 2, headline }] },
  ).saved;
  expect(kept).toEqual({ ...old, savedAt: 2, textAt: 1 });
});

test('a text that was corrected stays, also beside an article that was saved later with the text of before', () => {
  const headline = { address: '/a', title: 'A', time: '2024-05-30' };
  const post = (html: string, at: Pick<SavedPost, 'savedAt' | 'textAt'>): SavedPost => ({
    address: '/a',
    headline: { ...headline, title: html },
    article: { ...headline, date: '2024-05-30T00:00:00+08:00', html },
    ...at,
  });
  const corrected = post('<p>B</p>', { savedAt: 1, textAt: 3 });
  const before = post('<p>A</p>', { savedAt: 2 });
  const [a, b] = [corrected, before].map((one): OwnData => ({ ...NOTHING, saved: [one] }));
  expect(mergeOwn(a ?? NOTHING, b ?? NOTHING).saved).toEqual([{ ...corrected, savedAt: 2 }]);
  expect(mergeOwn(b ?? NOTHING, a ?? NOTHING).saved).toEqual([{ ...corrected, savedAt: 2 }]);
});

test('of three devices the latest text stays, whichever two come together first', () => {
  const headline = { address: '/a', title: 'A', time: '2024-05-30' };
  const holding = (savedAt: number, html?: string): OwnData => {
    const article = html !== undefined && { ...headline, date: '2024-05-30T00:00:00+08:00', html };
    return { ...NOTHING, saved: [{ address: '/a', savedAt, headline, ...(article && { article }) }] };
  };
  const [row, early, late] = [holding(10), holding(5, '<p>A</p>'), holding(7, '<p>B</p>')] as const;
  const expected = mergeOwn(row, late);
  expect(expected.saved[0]?.article?.html).toBe('<p>B</p>');
  expect(mergeOwn(row, mergeOwn(early, late))).toEqual(expected);
  expect(mergeOwn(mergeOwn(row, early), late)).toEqual(expected);
  expect(mergeOwn(mergeOwn(row, late), early)).toEqual(expected);
});

test('addresses that another program wrote otherwise are one', () => {
  const mark = { address: '/A.html', readAt: 2 };
  const merged = mergeOwn({ ...NOTHING, read: [{ address: '/a', readAt: 1 }] }, { ...NOTHING, read: [mark] });
  expect(merged.read).toEqual([{ address: '/a', readAt: 2 }]);
});
