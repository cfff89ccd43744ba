import { type Fields, isList, mapField, textOf } from '#builder/post/value.ts';
import type { Quotes } from './typography.ts';

/** What stands under `kramdown:` in `_config.yml`, as far as it changes what readers see. */
export type KramdownOptions = {
  readonly autoIds: boolean;
  readonly hardWrap: boolean;
  readonly quotes: Quotes;
  readonly footnoteNumber: number;
  readonly tocLevels: readonly number[];
  /** Whether code stands in the blocks of Jekyll's highlighter. */
  readonly isHighlighted: boolean;
};

const QUOTES = ['lsquo', 'rsquo', 'ldquo', 'rdquo'];
const CHARACTERS = new Map<string, string>([
  ...([
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['apos', "'"],
    ['quot', '"'],
  ] as const),
  ...([
    ['sbquo', '‚'],
    ['bdquo', '„'],
    ['laquo', '«'],
    ['raquo', '»'],
    ['lsaquo', '‹'],
    ['rsaquo', '›'],
  ] as const),
]);
const LEVELS = [1, 2, 3, 4, 5, 6];

/** Jekyll's defaults, changed by what `kramdown:` says. A value that cannot be used means its default. */
export function kramdownOptions(config: Fields): KramdownOptions {
  const own = mapField(config, 'kramdown');
  const first = Number(textOf(own.get('footnote_nr')));
  return {
    autoIds: own.get('auto_ids') !== false,
    hardWrap: own.get('hard_wrap') === true,
    quotes: quotesOf(own),
    footnoteNumber: Number.isSafeInteger(first) && first > 0 ? first : 1,
    tocLevels: levelsOf(own),
    isHighlighted: mapField(own, 'syntax_highlighter_opts').get('disable') !== true,
  };
}

function listOf(own: Fields, name: string): readonly string[] {
  const value = own.get(name);
  return (isList(value) ? value.map(textOf) : textOf(value).split(',')).map((text) => text.trim());
}

function quotesOf(own: Fields): Quotes {
  const given = listOf(own, 'smart_quotes');
  const [single, singleEnd, double, doubleEnd] = QUOTES.map((name, index) =>
    CHARACTERS.get(given.length === QUOTES.length ? (given[index] ?? name) : name),
  );
  return {
    "'": { open: single ?? '‘', close: singleEnd ?? '’' },
    '"': { open: double ?? '“', close: doubleEnd ?? '”' },
  };
}

function levelsOf(own: Fields): readonly number[] {
  const range = /^([1-6])\.\.([1-6])$/.exec(textOf(own.get('toc_levels')));
  if (range) return LEVELS.filter((level) => level >= Number(range[1]) && level <= Number(range[2]));
  const levels = listOf(own, 'toc_levels')
    .map(Number)
    .filter((level) => LEVELS.includes(level));
  return levels.length > 0 ? levels : LEVELS;
}
