// What a reader may have, for property tests: any of it, at addresses few enough that two devices share some.
import fc from 'fast-check';
import type { KeptPlace, OwnData, ReadMark, SavedPost, Watermark } from '#shared/ownFile.ts';

const address = fc.constantFrom('/a', '/港口/2024/05/30/ferry', '/b/c', '/__proto__', '/2024/05/31/x');
const moment = fc.integer({ min: 0, max: 1e13 });
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const time = fc.constantFrom('2024-05-30', '2024-05-30T09:20', '2024-05-31T00:00', '2019-01-01');

const readMark: fc.Arbitrary<ReadMark> = fc.oneof(
  fc.record({ address, readAt: moment }),
  fc.record({ address, readAt: moment, isUnread: fc.constant(true as const) }),
);
const watermark: fc.Arbitrary<Watermark> = fc.record({
  scope: fc.constantFrom('all', 'category/港口', 'tag/a/b', 'source/__proto__', 'day/2024-05-30'),
  upTo: time,
  readAt: moment,
});
const place: fc.Arbitrary<KeptPlace> = fc.record({ address, index: fc.nat(), hash: words, savedAt: moment });
const savedPost: fc.Arbitrary<SavedPost> = fc
  .record({ address, savedAt: moment, title: words, time, html: fc.option(words), textAt: fc.option(moment) })
  .map(({ address, savedAt, title, time, html, textAt }) => {
    const headline = { address, title, time };
    if (html === null) return { address, savedAt, headline };
    const article = { ...headline, date: '2024-05-30T09:20:00+08:00', html };
    return { address, savedAt, headline, article, ...(textAt !== null && { textAt }) };
  });

/** Anything that one device may hold. No address, and no scope, is there twice. */
export const anyOwn: fc.Arbitrary<OwnData> = fc.record({
  read: fc.uniqueArray(readMark, { selector: ({ address }) => address }),
  watermarks: fc.uniqueArray(watermark, { selector: ({ scope }) => scope }),
  saved: fc.uniqueArray(savedPost, { selector: ({ address }) => address }),
  places: fc.uniqueArray(place, { selector: ({ address }) => address }),
});

/** The same in an order that does not depend on where it was kept. */
export function sorted({ read, watermarks, saved, places }: OwnData): OwnData {
  return { read: byText(read), watermarks: byText(watermarks), saved: byText(saved), places: byText(places) };
}

function byText<T>(all: readonly T[]): readonly T[] {
  const keyed = all.map((one) => ({ one, key: JSON.stringify(one) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ one }) => one);
}
