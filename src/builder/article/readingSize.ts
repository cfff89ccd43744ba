import { characterKinds } from './characterKinds.ts';

/** How much there is to read: `size` in Chinese, Japanese and Korean characters plus words, and the words among them. */
export type ReadingSize = { readonly size: number; readonly words: number };

const IDEOGRAPH = 1;
const WORD_PART = 2;
// It goes on with a word and begins none.
const APOSTROPHE = 3;

// Of a surrogate pair the first half counts.
const KINDS = characterKinds([
  [0x3040, 0x30ff, IDEOGRAPH],
  [0x3400, 0x9fff, IDEOGRAPH],
  [0xac00, 0xd7a3, IDEOGRAPH],
  [0xf900, 0xfaff, IDEOGRAPH],
  [0xd840, 0xd88d, IDEOGRAPH],
  [0x30, 0x39, WORD_PART],
  [0x41, 0x5a, WORD_PART],
  [0x61, 0x7a, WORD_PART],
  [0xc0, 0xd6, WORD_PART],
  [0xd8, 0xf6, WORD_PART],
  [0xf8, 0x1fff, WORD_PART],
  [0x2019, 0x2019, APOSTROPHE],
]);

/** Counts a text: each ideograph, kana and hangul syllable, and each word of everything else. */
export function readingSize(text: string): ReadingSize {
  let ideographs = 0;
  let words = 0;
  let before: number | undefined;
  for (let index = 0; index < text.length; index++) {
    const kind = KINDS[text.charCodeAt(index)];
    if (kind === IDEOGRAPH) ideographs++;
    else if (kind === WORD_PART && before !== WORD_PART) words++;
    if (kind !== APOSTROPHE) before = kind;
  }
  return { size: ideographs + words, words };
}
