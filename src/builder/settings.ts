import { type Fields, isFields, mapField, textField } from './post/value.ts';
import { parseYaml } from './post/yaml.ts';
import { PRESETS } from './presets.ts';
import type { Report } from './report.ts';
import { SettingFields } from './SettingFields.ts';

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
  /** Paths of pictures of the site that a browser may show where it offers to install it. */
  readonly screenshots: readonly string[];
};

const KNOWN = [
  ...['preset', 'folders', 'hosts', 'names', 'images', 'digest', 'headings', 'liquid', 'nav', 'source', 'original'],
  ...['remove', 'chart', 'mentions', 'pictures', 'twin', 'zonelessTimes', 'screenshots'],
];

/**
 * Our settings out of `_config.yml`. What cannot be used is reported and takes its default, so that one wrong line
 * never stops a publish.
 */
export function readSettings(config: Fields, report: Report): Settings {
  const own = mapField(config, 'broadsheet');
  const named = { name: 'broadsheet', known: KNOWN };
  const fields = new SettingFields(new Map([...presetOf(textField(own, 'preset')), ...own]), named, report);
  if (own.has('preset') && !PRESETS.has(fields.text('preset') ?? ''))
    fields.wrong('preset', `is "${fields.text('preset')}", which is unknown`, `Use one of: ${[...PRESETS.keys()]}.`);
  const folders = fields.list('folders').map((path) => path.replace(/^\.?\/+|\/+$/g, ''));
  return {
    folders: folders.length > 0 ? folders : ['_posts'],
    hosts: fields.hosts('hosts'),
    names: namesOf(fields),
    images: fields.has('images') && fields.text('images') !== 'all' ? fields.hosts('images') : 'all',
    digest: fields.choice('digest', ['first paragraph', 'quote']) ?? 'first paragraph',
    liquid: fields.flag('liquid') ?? true,
    nav: fields.pattern('nav') ?? null,
    source: sourceRule(fields.rule('source', ['select', 'text', 'brackets', 'tagSuffix'])),
    remove: fields.selectors('remove'),
    hasShortHeadings: fields.choice('headings', ['short']) === 'short',
    chart: chartRule(fields.rule('chart', ['comment', 'alt'])),
    mentions: fields.has('mentions') ? mentionRule(fields.rule('mentions', MENTION_KEYS)) : null,
    pictures: pictureRule(fields.rule('pictures', ['size', 'original', 'emptyAlt'])),
    original: originalRule(fields.rule('original', ['match', 'address'])),
    twin: fields.pattern('twin') ?? null,
    zonelessTimes: fields.choice('zonelessTimes', ['utc', 'site']) ?? 'utc',
    screenshots: fields.list('screenshots').map((path) => path.replace(/^\.?\/+/, '')),
  };
}

function presetOf(name: string | undefined): Fields {
  const parsed = parseYaml(PRESETS.get(name ?? '') ?? '');
  return parsed.ok ? parsed.fields : new Map();
}

function namesOf(fields: SettingFields): Settings['names'] {
  const value = fields.value('names');
  if (isFields(value)) return new Map([...value].map(([slug, name]) => [slug, String(name)]));
  if (value === undefined || value === 'tags') return value ?? 'posts';
  fields.wrong('names', 'is neither "tags" nor a map of slugs to names', 'Write one of the two.');
  return 'posts';
}

function sourceRule(fields: SettingFields): SourceRule {
  const [select, text] = [fields.selector('select'), fields.pattern('text')];
  const tagSuffix = fields.pattern('tagSuffix', (suffix) => `(?:${suffix})$`);
  return {
    ...(select !== undefined && { select }),
    ...(text && { text }),
    brackets: fields.flag('brackets') ?? false,
    ...(tagSuffix && { tagSuffix }),
  };
}

function chartRule(fields: SettingFields): ChartRule {
  const [comment, alt] = [fields.text('comment'), fields.pattern('alt')];
  return { ...(comment !== undefined && { comment }), ...(alt && { alt }) };
}

const MENTION_KEYS = ['attribute', 'href', 'sectors', 'words', 'tickers'];

function mentionRule(fields: SettingFields): MentionRule {
  const attribute = fields.text('attribute')?.toLowerCase();
  const [href, words] = [fields.pattern('href'), fields.selector('words')];
  return {
    ...(attribute !== undefined && { attribute }),
    ...(href && { href }),
    sectors: fields.list('sectors'),
    ...(words !== undefined && { words }),
    tickers: fields.patterns('tickers').map(([pattern, market]) => ({ pattern, market })),
  };
}

function pictureRule(fields: SettingFields): PictureRule {
  const [size, original] = [fields.pattern('size'), fields.text('original')?.toLowerCase()];
  return { ...(size && { size }), ...(original !== undefined && { original }), emptyAlt: fields.list('emptyAlt') };
}

function originalRule(fields: SettingFields): OriginalRule | null {
  const [match, address] = [fields.pattern('match'), fields.text('address')];
  if (match && address !== undefined) return { match, address };
  for (const key of ['match', 'address'])
    if (!fields.has(key) && (match || address !== undefined)) fields.wrong(key, 'is missing', 'The rule needs both.');
  return null;
}
