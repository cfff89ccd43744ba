import { slugify, slugifyPretty } from '#shared/slugify.ts';

/** What the placeholders of a permalink are made of. */
export type PermalinkParts = {
  /** Local ISO date in the site's zone: `2022-05-30T09:55:06+08:00`. */
  readonly date: string;
  readonly slug: string;
  readonly fileSlug: string;
  readonly categories: readonly string[];
  /** `.html`, or the extension of a file that is not turned into HTML. */
  readonly outputExt: string;
  /** Folders and file name below the post folder, without extension. */
  readonly path: string;
};

/** An address, or the placeholder that Jekyll does not know (it stops the build there). */
export type Permalink = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly unknown: string };

/**
 * A post's address from a permalink template, percent-encoded where Jekyll 4.3 encodes it: values, not the template's
 * own text. Source: `URL#generate_url_from_drop`, `URL.escape_path`, `UrlDrop`.
 */
export function permalinkOf(template: string, parts: PermalinkParts): Permalink {
  if (!template.includes(':')) return { ok: true, url: sanitized(`/${template}`) };
  const { pieces, unknown } = compile(template);
  if (unknown !== null) return { ok: false, unknown };
  let filled = '/';
  for (const piece of pieces) filled += typeof piece === 'string' ? piece : escapePath(piece(parts));
  return { ok: true, url: sanitized(filled) };
}

type Placeholder = (parts: PermalinkParts) => string;

/** A template's own text and its placeholders, in order, and the first placeholder that is none. */
type Compiled = { readonly pieces: readonly (string | Placeholder)[]; readonly unknown: string | null };

let last: { readonly template: string; readonly compiled: Compiled } | null = null;

/** Remembers the last template: a site has one, and few posts have their own. */
function compile(template: string): Compiled {
  if (last?.template !== template) last = { template, compiled: compileAnew(template) };
  return last.compiled;
}

function compileAnew(template: string): Compiled {
  let unknown: string | null = null;
  // Split at a group, every second piece is what the group holds.
  const pieces = template.split(/:([a-z_]+)/).map((piece, index) => {
    const make = index % 2 === 0 ? piece : placeholder(piece);
    if (make === null) unknown ??= `:${piece}`;
    return make ?? '';
  });
  return { pieces, unknown };
}

/** The file Jekyll writes for an address: decoded, with `index.html` or the extension added. */
export function servedFile(url: string, outputExt: string): string {
  const path = decodeURIComponentSafely(url);
  if (path.endsWith('/')) return `${path}index.html`;
  return path.endsWith(outputExt) ? path : path + outputExt;
}

function placeholder(key: string): Placeholder | null {
  const own = PLACEHOLDERS.get(key);
  if (own) return own;
  const before = key.endsWith('_') ? PLACEHOLDERS.get(key.slice(0, -1)) : undefined;
  return before ? (parts) => `${before(parts)}_` : null;
}

const PLACEHOLDERS: ReadonlyMap<string, Placeholder> = new Map(
  Object.entries<Placeholder>({
    collection: () => 'posts',
    output_ext: ({ outputExt }) => outputExt,
    path: ({ path }) => path,
    name: ({ fileSlug }) => slugify(fileSlug),
    title: ({ slug, fileSlug }) => slugifyPretty(slug) || slugifyPretty(fileSlug),
    slug: ({ slug, fileSlug }) => slugify(slug) || slugify(fileSlug),
    categories: ({ categories }) => joined(categories, (name) => name.toLowerCase()),
    slugified_categories: ({ categories }) => joined(categories, slugify),
    year: ({ date }) => date.slice(0, 4),
    short_year: ({ date }) => date.slice(2, 4),
    month: ({ date }) => date.slice(5, 7),
    i_month: ({ date }) => String(Number(date.slice(5, 7))),
    short_month: ({ date }) => english(date, { month: 'short' }),
    long_month: ({ date }) => english(date, { month: 'long' }),
    day: ({ date }) => date.slice(8, 10),
    i_day: ({ date }) => String(Number(date.slice(8, 10))),
    y_day: ({ date }) => String(dayOfYear(date)).padStart(3, '0'),
    w_day: ({ date }) => String(weekday(date)),
    short_day: ({ date }) => english(date, { weekday: 'short' }),
    long_day: ({ date }) => english(date, { weekday: 'long' }),
    week: ({ date }) => String(isoWeek(date).week).padStart(2, '0'),
    w_year: ({ date }) => String(isoWeek(date).year),
    hour: ({ date }) => date.slice(11, 13),
    minute: ({ date }) => date.slice(14, 16),
    second: ({ date }) => date.slice(17, 19),
  }),
);

function joined(names: readonly string[], spell: (name: string) => string): string {
  const spelt = names.map(spell);
  return spelt.length > 1 ? [...new Set(spelt)].join('/') : (spelt[0] ?? '');
}

const DAY_MS = 86_400_000;

function utcDay(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

function english(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(utcDay(date));
}

function dayOfYear(date: string): number {
  return (utcDay(date).getTime() - Date.UTC(Number(date.slice(0, 4)), 0, 1)) / DAY_MS + 1;
}

function weekday(date: string): number {
  return utcDay(date).getUTCDay() || 7;
}

// ISO 8601: the week belongs to the year of its Thursday.
function isoWeek(date: string): { year: number; week: number } {
  const thursday = new Date(utcDay(date).getTime() + (4 - weekday(date)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1 };
}

// Addressable::URI.encode keeps what RFC 3986 allows in a path, and reads a first "?" as the query's start.
function escapePath(value: string): string {
  if (/^[a-zA-Z0-9./-]*$/.test(value)) return value;
  return value.replace(/\p{Surrogate}/gu, '').replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu, encodeURIComponent);
}

const CLIMBING = /\.[./]|\/\//;

// Jekyll 4.3, URL#sanitize_url: no address climbs out of the site.
function sanitized(url: string): string {
  if (!CLIMBING.test(url)) return url;
  return url
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // An address given in front matter may hold a bare percent sign.
  }
}
