/** How much there is to read: `size` in Chinese, Japanese and Korean characters plus words, and the words among them. */
export type ReadingSize = { readonly size: number; readonly words: number };

const APOSTROPHE = 0x2019;

/** Counts a text: each ideograph, kana and hangul syllable, and each word of everything else. */
export function readingSize(text: string): ReadingSize {
  let ideographs = 0;
  let words = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isIdeograph(code)) ideographs++;
    else if (!isInWord && isWordPart(code)) words++;
    isInWord = !isIdeograph(code) && (isWordPart(code) || (isInWord && code === APOSTROPHE));
  }
  return { size: ideographs + words, words };
}

// Ranges instead of \p{…}: every character of an archive passes here. Of a surrogate pair the first half counts.
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd88d)
  );
}

function isWordPart(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7;
}
