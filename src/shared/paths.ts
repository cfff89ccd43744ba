import type { NamedKind, StreamKind } from './archive.ts';
import { isDay } from './days.ts';
import { fnv1a64, spreadDigits } from './hash.ts';
import type { Address, Day } from './post.ts';

// ---- Addresses

/**
 * The form in which addresses are compared: decoded, NFC, lower case, without `index.html`, `.html` and closing slash.
 * A percent sign that starts no valid sequence stays as it is.
 */
export function foldAddress(address: Address): string {
  const plain = PLAIN.exec(address)?.[1];
  if (plain !== undefined) return plain;
  const path = decode(address).normalize('NFC').toLowerCase();
  const bare = `/${path}`
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html$/, '/')
    .replace(/\.html$/, '')
    .replace(/\/+$/, '');
  return bare === '' ? '/' : bare;
}

// What most addresses are: to rewrite one costs many times this look.
const PLAIN = /^((?:\/(?!index\.html)[a-z0-9_~-]+)+)(?:\/|\.html)?$/;

/** The day that the first `/YYYY/MM/DD/` of an address names, or null. */
export function dayInAddress(address: Address): Day | null {
  const match = /\/(\d{4})\/(\d\d)\/(\d\d)(?=\/|$)/.exec(address);
  const day = match && `${match[1]}-${match[2]}-${match[3]}`;
  return day && isDay(day) ? day : null;
}

/** The slug of a category's or tag's name: NFC lower case, nothing else folded. */
export function slugOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The address of the screen of a category, tag or source. */
export function streamPath(kind: NamedKind, slug: string): Address {
  return `/${kind}/${slugSegment(slug)}/`;
}

/** The address of a category's screen. */
export function categoryPath(slug: string): Address {
  return streamPath('category', slug);
}

/** The category, tag or source an address asks for (also `/Category/<slug>.html`), or null when it is no such address. */
export function streamInAddress(address: Address): { kind: NamedKind; slug: string } | null {
  const match = /^\/(category|tag|source)\/([^/]+?)(?:\.html|\/(?:index\.html)?)?$/i.exec(address);
  const kind = NAMED_KINDS.find((kind) => kind === match?.[1]?.toLowerCase());
  return kind && match?.[2] ? { kind, slug: slugOf(decode(match[2])) } : null;
}

/** The address of the screen of all categories, tags or sources. */
export function directoryPath(kind: NamedKind): Address {
  return `/${DIRECTORIES[kind]}/`;
}

/** The kind of stream whose directory an address asks for (also `/Tags.html`), or null when it is no such address. */
export function directoryInAddress(address: Address): NamedKind | null {
  const folded = foldAddress(address);
  return NAMED_KINDS.find((kind) => folded === `/${DIRECTORIES[kind]}`) ?? null;
}

/** The address of the screen of all years. */
export const ARCHIVE_PATH: Address = '/archive/';

/** The address of the screen of all settings. */
export const SETTINGS_PATH: Address = '/settings/';

/** The address of the screen of saved articles. */
export const SAVED_PATH: Address = '/saved/';

/** The address of the screen of what is taken along. */
export const OFFLINE_PATH: Address = '/offline/';

/** The address of a day's screen. */
export function dayPath(day: Day): Address {
  return `/${day.replaceAll('-', '/')}/`;
}

/** The day whose screen an address asks for, or null when it is no such address. */
export function dayScreenInAddress(address: Address): Day | null {
  const folded = foldAddress(address);
  return folded.length === '/2024/05/31'.length ? dayInAddress(folded) : null;
}

/** The slug that an address of one segment may mean (`/<slug>/`, as some themes write category pages), or null. */
export function bareSlugInAddress(address: Address): string | null {
  const match = /^\/([^/]+?)(?:\.html|\/)?$/i.exec(address);
  return match?.[1] ? slugOf(decode(match[1])) : null;
}

/** The address of a post that may not have its own: reserved, or another post has it. */
export function displacedPath(day: Day, fileName: string): Address {
  return `/${day.replaceAll('-', '/')}/${encodeURIComponent(fileName)}/`;
}

/** Whether an address is one that Broadsheet's own files need. The argument is a folded address. */
export function isReserved(folded: string): boolean {
  const isFile = RESERVED_FILES.has(folded) || SPREAD_FILES.test(folded);
  return folded === '/' || isFile || RESERVED_FOLDERS.some((folder) => `${folded}/`.startsWith(folder));
}

/** Whether an address is that of a screen, which a post may own instead. The argument is a folded address. */
export function isScreen(folded: string): boolean {
  return SCREENS.test(folded) || dayScreenInAddress(folded) !== null;
}

const DIRECTORIES: Readonly<Record<NamedKind, string>> = { category: 'categories', tag: 'tags', source: 'sources' };
const NAMED_KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];

const RESERVED_FILES = new Set([
  '/404',
  '/index',
  '/sw.js',
  '/_headers',
  '/_redirects',
  '/robots.txt',
  '/feed.xml',
  '/feed.json',
  '/feeds.opml',
  '/sitemap.xml',
  '/manifest.webmanifest',
  '/icon.svg',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
  '/apple-touch-icon.png',
]);
// Feeds of streams, and parts of the sitemap.
const SPREAD_FILES = /^\/(?:(?:category|tag)\/[^/]+\/feed\.xml|sitemap-[\w-]+\.xml)$/;
const RESERVED_FOLDERS = ['/data/', '/broadsheet/', '/.'];
const SCREENS =
  /^\/(?:(?:category|tag|source)\/[^/]+|categories|tags|sources|archive|search|saved|settings|offline|stock\/[^/]+)$/;

// A path segment of one or two dots would be resolved away by every browser, encoded or not.
function slugSegment(slug: string): string {
  return /^\.{1,2}$/.test(slug) ? streamKey(slug) : encodeURIComponent(slug);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run; // Not UTF-8: an address may hold any bytes, and this one is compared as it is written.
      }
    });
  }
}

// ---- Data files, relative to `data/`

export const MANIFEST_FILE = 'manifest.json';

export const FRONT_FILE = 'front.json';

/** `categories.json`, `tags.json` or `sources.json`. */
export function directoryFile(kind: NamedKind): string {
  return `${DIRECTORIES[kind]}.json`;
}

/** `calendar/2022.json`. */
export function calendarFile(year: string): string {
  return `calendar/${year}.json`;
}

/** The folder name of a stream: the slug when it is short and plain, else `~` and its hash. A key is its own key. */
export function streamKey(slug: string): string {
  return /^[a-z0-9-]{1,60}$/.test(slug) || /^~[0-9a-f]{16}$/.test(slug) ? slug : `~${fnv1a64(slug)}`;
}

/** The folder of a stream. The stream `all` has no slug. */
export function streamFolder(kind: StreamKind, slug: string): string {
  return kind === 'all' ? 'streams/all' : `streams/${kind}/${streamKey(slug)}`;
}

/** `streams/…/head.json`. */
export function headFile(kind: StreamKind, slug: string): string {
  return `${streamFolder(kind, slug)}/head.json`;
}

/** `streams/…/2022-05.json`. */
export function periodFile(kind: StreamKind, slug: string, period: string): string {
  return `${streamFolder(kind, slug)}/${period}.json`;
}

/** `days/2022/05/30.json`. */
export function dayFile(day: Day): string {
  return `days/${day.replaceAll('-', '/')}.json`;
}

/** The file of a split day that holds an address: `days/2022/05/30/a.json`. */
export function dayPartFile(day: Day, folded: string): string {
  return `days/${day.replaceAll('-', '/')}/${spreadDigits(folded).charAt(0)}.json`;
}

/** Every file that a split day may consist of, beside its own. */
export function dayParts(day: Day): readonly string[] {
  return Array.from('0123456789abcdef', (digit) => `days/${day.replaceAll('-', '/')}/${digit}.json`);
}

/** `posts/ab/abcd…`, named by the SHA-256 of the chunk's JSON. */
export function chunkFile(sha256: string): string {
  return `posts/${sha256.slice(0, 2)}/${sha256}`;
}

/** `links/ab.json`, where the day of an address stands that does not show it. */
export function linksFile(folded: string): string {
  return `links/${spreadDigits(folded).slice(0, 2)}.json`;
}

/** `links/ab/cd.json`, where it stands when that file has split. */
export function linksPartFile(folded: string): string {
  const digits = spreadDigits(folded);
  return `links/${digits.slice(0, 2)}/${digits.slice(2, 4)}.json`;
}

/** Every part that a `links/ab.json` may be split in. */
export function linksParts(path: string): readonly string[] {
  const digits = Array.from({ length: 256 }, (_part, number) => number.toString(16).padStart(2, '0'));
  return digits.map((part) => `${path.replace(/\.json$/, '')}/${part}.json`);
}

// ---- Periods

/**
 * The periods a post lies in, largest first: year, month, day, hour, then the hour by more and more digits of the
 * address hash. `date` is the local ISO form, `2022-05-30T09:55…`.
 */
export function periodsOf(date: string, address: Address): readonly string[] {
  const hour = date.slice(0, 13);
  const digits = spreadDigits(foldAddress(address));
  const byHash = Array.from(digits, (_digit, index) => `${hour}~${digits.slice(0, index + 1)}`);
  return [date.slice(0, 4), date.slice(0, 7), date.slice(0, 10), hour, ...byHash];
}

/** The periods that contain a period, largest first, the period itself last. Null when the text is no period. */
export function periodChain(period: string): readonly string[] | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?:~([0-9a-f]{1,8}))?)?)?)?$/.exec(period);
  if (!match) return null;
  const chain = [4, 7, 10, 13].filter((length) => length <= period.length).map((length) => period.slice(0, length));
  const digits = match[5]?.length ?? 0;
  for (let count = 1; count <= digits; count++) chain.push(period.slice(0, '2022-05-30T09~'.length + count));
  return chain;
}
