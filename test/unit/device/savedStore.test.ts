import { expect, test } from 'vitest';
import { withText } from '#device/savedStore.ts';

test('a text keeps the time it came at, when its article is saved once more without it', () => {
  const headline = { address: '/a', title: 'A', time: '2024-05-30' };
  const article = { ...headline, date: '2024-05-30T00:00:00+08:00', html: '<p>B</p>' };
  const row = { address: '/a', headline };
  const kept = { ...row, article, savedAt: 1, textAt: 9 };
  expect(withText({ ...row, savedAt: 5 }, kept)).toEqual(kept);
});
