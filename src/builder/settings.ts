import { compile } from 'css-select';
import { PRESETS } from './presets.ts';
import { type Fields, isFields, listField, mapField, textField, type Value } from './post/value.ts';
import { parseYaml } from './post/yaml.ts';
import type { Problem, Report } from './report.ts';

/** How the name of the medium is found in a post. */
export type SourceRule = {
  /** CSS selector of the source line. */
  readonly select?: string;
  /** Finds the name, its first group, in the text of that line. */
  readonly text?: RegExp;
  /** The digest may end with the medium in full-width brackets. */
  readonly brackets: boolean;
  /** The tag is the medium's name with this ending (a pattern, so that an archive can name exceptions). */
  readonly tagSuffix?: RegExp;
};

/** How the live quote charts of an archive are told from its pictures. */
export type ChartRule = {
  /** The chart stands between the comments `<!-- <name>_Start -->` and `<!-- <name>_End -->`. */
  readonly comment?: string;
  /** The alternative text of its picture. */
  readonly alt?: RegExp;
};

/** How an archive marks the securities and sectors its posts mention. */
export type MentionRule = {
  /** The attribute that holds `market,code` (or, in charts, `code|market|…`). */
  readonly attribute?: string;
  /** Finds the market and the code, its two groups, in an address. */
  readonly href?: RegExp;
  /** The markets that are sectors. */
  readonly sectors: readonly string[];
  /** CSS selector of links to the publisher's dictionary, which mention nothing. */
  readonly words?: string;
  /** Patterns of codes written by hand in brackets, with the market of each. The first group is the code. */
  readonly tickers: readonly { readonly pattern: RegExp; readonly market: string }[];
};

/** How an archive's pictures tell what their mark-up does not. */
export type PictureRule = {
  /** Finds width and height, its two groups, in a picture's address. */
  readonly size?: RegExp;
  /** The attribute that holds the address of a larger picture. */
  readonly original?: string;
  /** Alternative texts that say nothing. */
  readonly emptyAlt: readonly string[];
};

/** How the address of an original is made from one that may be gone. */
export type OriginalRule = { readonly match: RegExp; readonly address: string };

/** What stands under `broadsheet:` in `_config.yml`, checked. */
export type Settings = {
  readonly folders: readonly string[];
  readonly hosts: readonly string[];
  readonly names: 'posts' | 'tags' | ReadonlyMap<string, string>;
  /** Hosts pictures may come from, besides the site itself. */
  readonly images: 'all' | readonly string[];
  readonly digest: 'first paragraph' | 'quote';
  readonly liquid: boolean;
  readonly nav: RegExp | null;
  readonly source: SourceRule;
  readonly remove: readonly string[];
  /** Whether runs of two or more short plain paragraphs are headings too. */
  readonly hasShortHeadings: boolean;
  readonly chart: ChartRule;
  /** Null: the archive's posts mention nothing. */
  readonly mentions: MentionRule | null;
  readonly pictures: PictureRule;
  readonly original: OriginalRule | null;
  /** Finds the key of an article, its first group, in a file's name without date and ending. */
  readonly twin: RegExp | null;
  readonly zonelessTimes: 'utc' | 'site';
};

const CONFIG = '_config.yml';
const KNOWN = new Set([
  ...[
    'preset',
    'folders',
    'hosts',
    'names',
    'images',
    'digest',
    'headings',
    'liquid',
    'nav',
    'source',
    'original',
    'remove',
  ],
  ...['chart', 'mentions', 'pictures', 'twin', 'zonelessTimes'],
]);

/**
 * Our settings out of `_config.yml`. What cannot be used is reported and takes its default, so that one wrong line
 * never stops a publish.
 */
export function readSettings(config: Fields, report: Report): Settings {
  const own = mapField(config, 'broadsheet');
  for (const key of own.keys())
    if (!KNOWN.has(key)) report.add(wrong(`broadsheet.${key}`, 'is no setting', 'Correct its name or remove it.'));
  const fields = new Map([...preset(own, report), ...own]);
  return {
    folders: listOr(fields, 'folders', ['_posts']),
    hosts: listField(fields, 'hosts').map((host) => host.toLowerCase()),
    names: namesOf(fields.get('names'), report),
    images: fields.has('images') && textField(fields, 'images') !== 'all' ? listField(fields, 'images') : 'all',
    digest: textField(fields, 'digest') === 'quote' ? 'quote' : 'first paragraph',
    liquid: fields.get('liquid') !== false,
    nav: pattern(textField(fields, 'nav'), 'nav', report),
    source: sourceRule(mapField(fields, 'source'), report),
    remove: listField(fields, 'remove').filter((selector) => isSelector(selector, report)),
    hasShortHeadings: textField(fields, 'headings') === 'short',
    chart: chartRule(mapField(fields, 'chart'), report),
    mentions: fields.has('mentions') ? mentionRule(mapField(fields, 'mentions'), report) : null,
    pictures: pictureRule(mapField(fields, 'pictures'), report),
    original: originalRule(mapField(fields, 'original'), report),
    twin: pattern(textField(fields, 'twin'), 'twin', report),
    zonelessTimes: textField(fields, 'zonelessTimes') === 'site' ? 'site' : 'utc',
  };
}

function preset(own: Fields, report: Report): Fields {
  const name = textField(own, 'preset');
  const yaml = name === undefined ? '' : PRESETS.get(name);
  if (yaml === undefined) {
    const known = [...PRESETS.keys()].join(', ');
    report.add(wrong('broadsheet.preset', `is "${name}", which is unknown`, `Use one of: ${known}.`));
  }
  const parsed = parseYaml(yaml ?? '');
  return parsed.ok ? parsed.fields : new Map();
}

function listOr(fields: Fields, name: string, fallback: readonly string[]): readonly string[] {
  const list = listField(fields, name).map((text) => text.replace(/^\.?\/+|\/+$/g, ''));
  return list.length > 0 ? list : fallback;
}

function namesOf(value: Value | undefined, report: Report): Settings['names'] {
  if (isFields(value)) return new Map([...value].map(([slug, name]) => [slug, String(name)]));
  if (value === undefined || value === 'tags') return value ?? 'posts';
  report.add(wrong('broadsheet.names', 'is neither "tags" nor a map of slugs to names', 'Write one of the two.'));
  return 'posts';
}

function sourceRule(fields: Fields, report: Report): SourceRule {
  const select = textField(fields, 'select');
  const text = pattern(textField(fields, 'text'), 'source.text', report);
  const suffix = textField(fields, 'tagSuffix');
  const tagSuffix = pattern(suffix && `(?:${suffix})$`, 'source.tagSuffix', report);
  return {
    ...(select !== undefined && isSelector(select, report) && { select }),
    ...(text && { text }),
    brackets: fields.get('brackets') === true,
    ...(tagSuffix && { tagSuffix }),
  };
}

function chartRule(fields: Fields, report: Report): ChartRule {
  const comment = textField(fields, 'comment');
  const alt = pattern(textField(fields, 'alt'), 'chart.alt', report);
  return { ...(comment !== undefined && { comment }), ...(alt && { alt }) };
}

function mentionRule(fields: Fields, report: Report): MentionRule {
  const attribute = textField(fields, 'attribute')?.toLowerCase();
  const href = pattern(textField(fields, 'href'), 'mentions.href', report);
  const words = textField(fields, 'words');
  const tickers = [...mapField(fields, 'tickers')].flatMap(([source, market]) => {
    const found = pattern(source, 'mentions.tickers', report);
    return found ? [{ pattern: found, market: String(market) }] : [];
  });
  return {
    ...(attribute !== undefined && { attribute }),
    ...(href && { href }),
    sectors: listField(fields, 'sectors'),
    ...(words !== undefined && isSelector(words, report) && { words }),
    tickers,
  };
}

function pictureRule(fields: Fields, report: Report): PictureRule {
  const size = pattern(textField(fields, 'size'), 'pictures.size', report);
  const original = textField(fields, 'original')?.toLowerCase();
  return {
    ...(size && { size }),
    ...(original !== undefined && { original }),
    emptyAlt: listField(fields, 'emptyAlt'),
  };
}

function originalRule(fields: Fields, report: Report): OriginalRule | null {
  const match = pattern(textField(fields, 'match'), 'original.match', report);
  const address = textField(fields, 'address');
  return match && address !== undefined ? { match, address } : null;
}

function pattern(source: string | undefined, name: string, report: Report): RegExp | null {
  if (source === undefined) return null;
  try {
    return new RegExp(source, 'u');
  } catch (cause) {
    report.add(wrong(`broadsheet.${name}`, `is no regular expression (${String(cause)})`, 'Correct the pattern.'));
    return null;
  }
}

function isSelector(selector: string, report: Report): boolean {
  try {
    compile(selector);
    return true;
  } catch (cause) {
    report.add(wrong('broadsheet', `"${selector}" is no CSS selector (${String(cause)})`, 'Correct the selector.'));
    return false;
  }
}

function wrong(setting: string, found: string, remedy: string): Problem {
  return { file: CONFIG, found: `${setting} ${found}`, remedy };
}
