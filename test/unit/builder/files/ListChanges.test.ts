import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy } from '#builder/files/dataFile.ts';
import { ListChanges } from '#builder/files/ListChanges.ts';
import { StreamNames } from '#builder/files/StreamNames.ts';
import { Touched } from '#builder/Touched.ts';
import { memoryFiles, rowOf } from './memoryFiles.ts';

const site = { title: '潮信', settings: { names: 'tags', source: { brackets: false } } } as const;

const row = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }).map((day) => `2024-0${1 + (day % 3)}-${String(day).padStart(2, '0')}`),
    category: fc.constantFrom('Ticker', 'ticker', 'bay', 'harbour'),
    tag: fc.constantFrom('滚动新闻', '港口新闻'),
    number: fc.nat(),
  })
  .map(({ day, category, tag, number }) => {
    const headline = { address: `/${number}/`, title: `${number}`, time: day, categories: [category], tags: [tag] };
    return rowOf(headline, `${day}T08:00:00+08:00`);
  });

test('the lists of days do not depend on how many days are revised at once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ address }) => address }), fc.array(fc.boolean()), (rows, stops) => {
      const days = [...groupBy(rows, ({ date }) => date.slice(0, 10))];
      const listsOf = (isStop: (index: number) => boolean) => {
        const [files, names] = [memoryFiles(), new StreamNames()];
        const lists = new ListChanges({ files, names, site, touched: new Touched() });
        for (const [index, [day, after]] of days.entries()) {
          lists.add({ day, before: [], after, problems: 0 });
          if (isStop(index)) lists.revise();
        }
        lists.revise();
        expect(lists.rows).toBe(0);
        const held = [...files.held].map(([path, bytes]) => [path, bytes.toString('utf8')] as const);
        return [new Map(held), names.toBytes().toString('utf8')];
      };
      expect(listsOf((index) => stops[index] ?? false)).toEqual(listsOf(() => false));
    }),
  );
});
