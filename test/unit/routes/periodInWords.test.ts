import { expect, test } from 'vitest';
import { periodInWords } from '#routes/periodInWords.ts';

const TODAY = '2024-05-31';

test.each([
  ['今天', '2024-05-31'],
  ['昨天', '2024-05-30'],
  ['前天', '2024-05-29'],
  ['Today', '2024-05-31'],
  [' yesterday ', '2024-05-30'],
  ['2022-05-30', '2022-05-30'],
  ['2022/5/30', '2022-05-30'],
  ['2022.5.3', '2022-05-03'],
  ['20220530', '2022-05-30'],
  ['2022年5月30日', '2022-05-30'],
  ['2022年5月30號', '2022-05-30'],
  ['２０２２年５月３０日', '2022-05-30'],
  ['30 May 2022', '2022-05-30'],
  ['May 30, 2022', '2022-05-30'],
  ['Sept. 3rd 2022', '2022-09-03'],
])('%s is the day %s', (words, day) => expect(periodInWords(words, TODAY)).toBe(day));

test.each([
  ['5月30日', '2024-05-30'],
  ['5月31号', '2024-05-31'],
  ['6月1日', '2023-06-01'],
  ['5-30', '2024-05-30'],
  ['12/31', '2023-12-31'],
  ['May 30', '2024-05-30'],
  ['1st june', '2023-06-01'],
  ['2月29日', '2024-02-29'],
])('without a year, %s is the last that was: %s', (words, day) => expect(periodInWords(words, TODAY)).toBe(day));

test('a leap day may be long ago', () => expect(periodInWords('2-29', '1903-12-31')).toBe('1896-02-29'));

test.each([
  ['2022-05', '2022-05'],
  ['2022年5月', '2022-05'],
  ['2022/', '2022'],
  ['2022-5-', '2022-05'],
  ['May 2022', '2022-05'],
  ['5月', '2024-05'],
  ['6月', '2023-06'],
  ['june', '2023-06'],
  ['2022', '2022'],
  ['2022年', '2022'],
])('%s is the month or year %s', (words, period) => expect(periodInWords(words, TODAY)).toBe(period));

test.each([
  '',
  '5',
  '2022-13',
  '2022-02-30',
  '2月30日',
  '13-1',
  '0999-01-01',
  'maybe 3',
  'ma 3',
  '明天',
  '5月报',
  '30',
])('%s is none', (words) => expect(periodInWords(words, TODAY)).toBeNull());

test('a new year does not lose yesterday', () => expect(periodInWords('昨天', '2024-01-01')).toBe('2023-12-31'));
