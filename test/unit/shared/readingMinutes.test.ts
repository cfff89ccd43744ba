import { expect, test } from 'vitest';
import { readingMinutes } from '#shared/readingMinutes.ts';

test.each([
  ['a size of characters', { size: 2400 }, 'zh-CN', 6],
  ['a size of words', { size: 460 }, 'en', 2],
  ['both, counted apart', { size: 860, words: 460 }, 'zh-CN', 3],
  ['a language of its own', { size: 460, lang: 'en' }, 'zh-CN', 2],
  ['hardly anything', { size: 1 }, undefined, 1],
  ['an unknown size', {}, 'en', null],
])('%s', (_name, text, siteLang, minutes) => expect(readingMinutes(text, siteLang)).toBe(minutes));
