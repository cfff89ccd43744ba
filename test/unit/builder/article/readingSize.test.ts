import { expect, test } from 'vitest';
import { readingSize } from '#builder/article/readingSize.ts';

test.each([
  ['Chinese characters', '码头恢复夜航', 6],
  ['words', 'Don’t wait for spring tides', 5],
  ['both', '第3号 pier 码头', 6],
  ['numbers and marks', '12,000 %', 2],
  ['kana and hangul', 'みなと 항구', 5],
  ['rare characters', '𠮷', 1],
  ['accents', 'Élan à côté', 3],
  ['nothing', ' 。！', 0],
])('the reading size counts %s', (_name, text, size) => {
  expect(readingSize(text).size).toBe(size);
});

test('words are counted apart from characters', () => {
  expect(readingSize('第3号 pier 码头')).toEqual({ size: 6, words: 2 });
});
