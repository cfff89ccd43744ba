import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Passage, textFragment } from '#article/textFragment.ts';

const once = { before: '', after: '', isRepeated: () => false };
const LONG_ENGLISH =
  'The harbour board voted on Thursday to keep the night ferry running through the winter, although fewer than forty people cross on most evenings.';
const LONG_CHINESE =
  '港务局周四表决，冬季保留夜航班次。虽然多数夜晚乘客不足四十人，岛上的居民说，没有这班船，晚上九点以后就只能等到天亮；轮渡公司则希望把最后一班提前到八点半，两边谈了三个月，最后各让一步。';

/** Nothing, or prefix, start, end and suffix, of which only the start has to be there. */
const FORM = /^(?:#:~:text=(?:[^\s,&#-]+-,)?[^\s,&#-]+(?:,[^\s,&#-]+)?(?:,-[^\s,&#-]+)?)?$/;

describe('a passage is named', () => {
  test.each<[string, Partial<Passage>, string]>([
    ['whole when it is short', { lines: ['the night ferry'] }, 'the night ferry'],
    ['whole, widened to its words', { lines: ['ight fer'], before: 'keep the n', after: 'ry on' }, 'night ferry'],
    ['by its ends when it is long', { lines: [LONG_ENGLISH] }, 'The harbour board voted,cross on most evenings.'],
    ['by its ends over paragraphs', { lines: ['First words.', 'Middle.', 'Last words.'] }, 'First words.,Last words.'],
    [
      'with what stands around it when it is there twice',
      { lines: ['the ferry'], before: 'No one took ', after: ' home.', isRepeated: () => true },
      'No one took-,the ferry,-home.',
    ],
    [
      'without what is not there',
      { lines: ['the ferry'], before: '', after: ' home.', isRepeated: () => true },
      'the ferry,-home.',
    ],
  ])('%s', (_name, passage, expected) => {
    expect(readable(textFragment({ ...once, lines: [], ...passage }))).toBe(expected);
  });
});

test('a long Chinese passage is named by words at its two ends', () => {
  const [start = '', end = ''] = readable(textFragment({ ...once, lines: [LONG_CHINESE] })).split(',');
  expect(LONG_CHINESE.startsWith(start)).toBe(true);
  expect(LONG_CHINESE.endsWith(end)).toBe(true);
  expect(start.length + end.length).toBeLessThan(60);
});

test('what has a meaning in a text directive is written in percent', () => {
  expect(textFragment({ ...once, lines: ['A-股, B & C #1'] })).toBe('#:~:text=A%2D%E8%82%A1%2C%20B%20%26%20C%20%231');
});

test('whatever is selected, the fragment is well formed and short', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      text,
      text,
      fc.boolean(),
      (lines, before, after, twice) => {
        const fragment = textFragment({ lines, before, after, isRepeated: () => twice });
        expect(fragment).toMatch(FORM);
        expect(() => decodeURIComponent(fragment)).not.toThrow();
      },
    ),
  );
});

test('a paragraph of megabytes takes no longer', () => {
  const block = '一二三四五六七八九十'.repeat(400_000);
  const startMs = performance.now();
  textFragment({ lines: [block, block], before: block, after: block, isRepeated: () => true });
  expect(performance.now() - startMs).toBeLessThan(200);
});

function readable(fragment: string): string {
  return decodeURIComponent(fragment.slice('#:~:text='.length));
}
