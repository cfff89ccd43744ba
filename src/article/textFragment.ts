/** A passage of an article, as plain text. */
export type Passage = {
  /** Its lines; at least one. */
  readonly lines: readonly string[];
  /** What stands before it in the block of its first line, and after it in that of its last. */
  readonly before: string;
  readonly after: string;
  /** Whether a text occurs more than once in the article. */
  readonly isRepeated: (text: string) => boolean;
};

/** A text up to this length is named whole, a longer one by its two ends. */
const WHOLE_LENGTH = 80;
const END_LENGTH = 24;

/**
 * The end of an address that leads to a passage: `#:~:text=…` (https://wicg.github.io/scroll-to-text-fragment/).
 * Browsers match whole words only, so a passage that begins or ends inside a word is widened to it. Empty when there is
 * nothing that an address can hold.
 */
export function textFragment({ lines, before, after, isRepeated }: Passage): string {
  const [first = '', last = first] = [lines[0], lines.at(-1)];
  const isWhole = lines.length === 1 && first.length <= WHOLE_LENGTH;
  // Only what is near the two ends counts: a block may be megabytes long.
  const lead = before.slice(-WHOLE_LENGTH);
  const trail = after.slice(0, WHOLE_LENGTH);
  const head = lead + (isWhole ? first + trail : first.slice(0, WHOLE_LENGTH));
  const tail = isWhole ? head : last.slice(-WHOLE_LENGTH) + trail;
  const from = bordersOf(head).findLast((border) => border <= lead.length) ?? 0;
  const to = bordersOf(tail).find((border) => border >= tail.length - trail.length) ?? tail.length;

  const ends = isWhole ? [head.slice(from, to)] : [firstWords(head.slice(from)), lastWords(tail.slice(0, to))];
  const named = ends.map(encode);
  if (named.includes('')) return '';
  const needsContext = ends.some(isRepeated);
  const prefix = needsContext ? encode(lastWords(head.slice(0, from))) : '';
  const suffix = needsContext ? encode(firstWords(tail.slice(to))) : '';
  const parts = [prefix && `${prefix}-`, ...named, suffix && `-${suffix}`];
  return `#:~:text=${parts.filter((part) => part !== '').join(',')}`;
}

function firstWords(text: string): string {
  return text.slice(0, bordersOf(text).find((border) => border >= END_LENGTH) ?? text.length);
}

function lastWords(text: string): string {
  return text.slice(bordersOf(text).findLast((border) => border <= text.length - END_LENGTH) ?? 0);
}

/** Where words begin or end, in any script. Firefox before 125 cannot say it: there, anywhere counts. */
function bordersOf(text: string): readonly number[] {
  if (!('Segmenter' in Intl)) return Array.from({ length: text.length + 1 }, (_border, index) => index);
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return [...Array.from(words, ({ index }) => index), text.length];
}

// A hyphen has a meaning in a text directive, and half a character cannot be encoded.
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '').trim()).replaceAll('-', '%2D');
}
