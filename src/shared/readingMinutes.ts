import type { Article } from './post.ts';

const CHARACTERS_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 230;

type Text = Pick<Article, 'lang' | 'size' | 'words'>;

/**
 * Minutes to read a text of characters and words, at least one; null when its size is unknown. Where nobody says how
 * much of it is words, as in headlines, its size is of one kind, which its language tells.
 */
export function readingMinutes({ lang, size, words }: Text, siteLang: string | undefined): number | null {
  if (size === undefined) return null;
  const countedWords = words ?? (/^(?:zh|ja|ko)\b/i.test(lang ?? siteLang ?? '') ? 0 : size);
  const minutes = (size - countedWords) / CHARACTERS_PER_MINUTE + countedWords / WORDS_PER_MINUTE;
  return Math.max(1, Math.round(minutes));
}
