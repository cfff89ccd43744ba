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
  let unknown: string | null = null;
  const filled = template.replace(/:([a-z_]+)/g, (match, key: string) => {
    const value = placeholder(key, parts) ?? (key.endsWith('_') ? underscored(key, parts) : undefined);
    if (value === undefined) unknown ??= match;
    return escapePath(value ?? '');
  });
  return unknown === null ? { ok: true, url: sanitized(filled) } : { ok: false, unknown };
}

/** The file Jekyll writes for an address: decoded, with `index.html` or the extension added. */
export function servedFile(url: string, outputExt: string): string {
  const path = decodeURIComponentSafely(url);
  if (path.endsWith('/')) return `${path}index.html`;
  return path.endsWith(outputExt) ? path : path + outputExt;
}

function underscored(key: string, parts: PermalinkParts): string | undefined {
  const value = placeholder(key.slice(0, -1), parts);
  return value === undefined ? undefined : `${value}_`;
}

function placeholder(key: string, parts: PermalinkParts): string | undefined {
  const make = Object.hasOwn(PLACEHOLDERS, key) ? PLACEHOLDERS[key] : undefined;
  return make?.(parts);
}

const PLACEHOLDERS: Readonly<Record<string, (parts: PermalinkParts) => string>> = {
  collection: () => 'posts',
  output_ext: ({ outputExt }) => outputExt,
  path: ({ path }) => path,
  name: ({ fileSlug }) => slugify(fileSlug),
  title: ({ slug, fileSlug }) => slugifyPretty(slug) || slugifyPretty(fileSlug),
  slug: ({ slug, fileSlug }) => slugify(slug) || slugify(fileSlug),
  categories: ({ categories }) => [...new Set(categories.map((name) => name.toLowerCase()))].join('/'),
  slugified_categories: ({ categories }) => [...new Set(categories.map(slugify))].join('/'),
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
};

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

// Jekyll 4.3, URL#sanitize_url: no address climbs out of the site.
function sanitized(url: string): string {
  return `/${url}`
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
