import { expect, test } from 'vitest';
import { cleanText } from '#builder/article/cleanText.ts';

test.each([
  ['blanks and breaks become one blank', ' 潮 \r\n\t 信 ', '潮 信'],
  ['control characters go', '潮\u0000\u0007信', '潮信'],
  ['marks of direction go', '\u202e潮\u2066信\u200f', '潮信'],
  ['halves of a pair go', '潮\ud83d信', '潮信'],
  ['whole pairs stay', '潮😀', '潮😀'],
  ['mark-up is text', '潮<b>信</b> & co', '潮<b>信</b> & co'],
])('%s', (_name, text, clean) => {
  expect(cleanText(text)).toBe(clean);
});
