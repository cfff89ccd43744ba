// The demo shows what Broadsheet does; here it is held to that.
import { expect, test } from 'vitest';
import { inspectArticles } from '#builder/inspectArticles.ts';

type Line = {
  readonly path: string;
  readonly twins?: readonly string[];
  readonly steps: Readonly<Record<string, unknown>>;
};

test('the demo has two pairs of twins, whose rules hit', () => {
  const lines = [...inspectArticles('demo', Date.UTC(2026, 10, 22)).lines] as Line[]; // Lines are as inspectArticles writes them.
  const best = lines.filter(({ twins }) => twins?.length === 1);
  expect(best.map(({ path }) => path)).toEqual([
    '_posts/2026-11-21-202611211015003301.md',
    '_posts/2026-11-19-202611190840001207.md',
  ]);
  const steps = [
    'cutTail',
    'takeSource',
    'wrapFigures',
    'makeHeadings',
    'outlineHeadings',
    'takeDigest',
    'sizePictures',
  ];
  for (const one of best) expect(Object.keys(one.steps)).toEqual(expect.arrayContaining(steps));
  for (const name of ['takeCharts', 'takeMentions', 'attachCaptions']) expect(best[0]?.steps).toHaveProperty(name);
  expect(best[1]?.steps).toHaveProperty('listLoneCaptions');
});
