import { extname } from 'node:path';
import { toZonedIso } from '#shared/days.ts';
import type { Day, LocalTime } from '#shared/post.ts';
import { titleOf } from '#shared/slugify.ts';
import { stemOf } from '#builder/find/folderRules.ts';
import type { Problem, Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { type PostDate, parseTime, readDate } from './dates.ts';
import { decodeHead, decodeText, firstBytes } from './decodeText.ts';
import { defaultsFor, merged } from './defaults.ts';
import { type FrontMatter, frontMatterIn, splitFrontMatter } from './frontMatter.ts';
import { type PermalinkParts, permalinkOf } from './permalink.ts';
import { categoriesOf, tagsOf } from './taxonomy.ts';
import { type Fields, listField, textField, textOf } from './value.ts';

/** What is known of a post before its body is read: enough to place it, for all posts of an archive at once. */
export type Post = {
  /** Relative to the Jekyll folder. */
  readonly path: string;
  /** The file name without date and extension, and the extension. */
  readonly fileSlug: string;
  readonly ext: string;
  /** Jekyll's title, which may be empty. */
  readonly title: string;
  readonly slug: string;
  readonly instantMs: number;
  /** Jekyll's date, ISO 8601 in the site's zone. */
  readonly date: string;
  readonly day: Day;
  /** The time the reader is shown. */
  readonly shownTime: LocalTime;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** Jekyll's address: percent-encoded, without base. */
  readonly url: string;
  readonly redirectFrom: readonly string[];
  /** Present where the settings find the article's key in the file's name. */
  readonly twin?: TwinKey;
};

/** What tells that files are one article, and which of them it is shown by. */
export type TwinKey = {
  readonly key: string;
  /** Jekyll would stumble over the file. */
  readonly isBroken: boolean;
  readonly hasDigest: boolean;
  /** Of its text, in UTF-16 units. */
  readonly length: number;
};

/** A post file read whole. */
export type PostText = {
  readonly fields: Fields;
  readonly body: string;
  readonly problems: readonly PostProblem[];
};

/** Its front matter alone: its own, what it falls back to, and both as one. */
export type Front = Omit<PostText, 'body'> & { readonly own: Fields; readonly defaults: Fields };

/** Both. */
export type FileText = PostText & Front;

/** What is wrong with a post, and whether Jekyll would leave it out (or stop) because of it. */
export type PostProblem = Omit<Problem, 'file'> & { readonly jekyll?: string };

const MAX_BYTES = 8 * 1024 * 1024;

/** A file's bytes → its front matter, over the site's defaults, and its body. What had to be mended is in `problems`. */
export function readText(path: string, bytes: Buffer, site: Site): FileText {
  const problems: PostProblem[] = [];
  const { text, encoding } = decodeText(bytes.length > MAX_BYTES ? firstBytes(bytes, MAX_BYTES) : bytes);
  if (bytes.length > MAX_BYTES)
    problems.push({
      kind: 'size',
      found: `${bytes.length} bytes`,
      remedy: 'Only the first 8 MB are published; split the post.',
    });
  if (encoding !== 'utf-8' && bytes.length <= MAX_BYTES) {
    const remedy = `It was read as ${encoding}; save it as UTF-8.`;
    problems.push({ kind: 'encoding', found: 'not valid UTF-8', remedy, jekyll: 'not valid UTF-8' });
  }
  const front = splitFrontMatter(text);
  const [opening] = front.present ? [] : (/^---[a-z]+(?=[^\S\n]*\n)/i.exec(front.body) ?? []);
  if (opening !== undefined) {
    const remedy = 'It was read as text, and nothing of it was run; begin it with --- alone and write it in YAML.';
    problems.push({ kind: 'front matter', found: `front matter in another language ("${opening}")`, remedy });
  }
  return { ...frontOf(path, front, site, problems), body: front.body };
}

/** The front matter that `readText` finds, at the cost of a file's head where the head holds it. */
export function readFront(path: string, bytes: Buffer, site: Site): Front {
  const head = bytes.length <= MAX_BYTES ? decodeHead(bytes, endOfFront(bytes)) : null;
  const front = head === null ? null : frontMatterIn(head);
  return front ? frontOf(path, front, site, []) : readText(path, bytes, site);
}

const DASHES = Buffer.from('\n---');
const LINE_END = 0x0a;

/** How many bytes hold front matter, with the beginning of what follows, if the first line of dashes closes it. */
function endOfFront(bytes: Buffer): number {
  const dashes = bytes.indexOf(DASHES);
  return bytes.indexOf(LINE_END, dashes + DASHES.length) + '\n'.length + MAX_CHARACTER_BYTES;
}

const MAX_CHARACTER_BYTES = 4;

function frontOf(path: string, { fields: own, broken }: FrontMatter, site: Site, problems: PostProblem[]): Front {
  if (broken !== undefined) {
    const remedy = 'The lines that can be read alone were used; quote or escape the value.';
    problems.push({ kind: 'front matter', found: `unreadable YAML (${broken})`, remedy });
  }
  const defaults = defaultsFor(path, site.defaults);
  return { own, defaults, fields: merged(defaults, own), problems };
}

/**
 * Where a post belongs, or null when it is not published; the report says why, and what was mended. Who keeps it longer
 * than the file's text keeps a `detached` copy.
 */
export function readPost(path: string, bytes: Buffer, site: Site, run: ReadRun): Post | null {
  const text = readText(path, bytes, site);
  const mended = mend(path, text, site, run);
  return mended && { ...mended.post, ...twinOf(path, text, mended.isMended, site) };
}

/** When "now" is, and who is told. */
type ReadRun = { readonly nowMs: number; readonly report: Report };

/** The same for a file whose front matter was read already, without its twin's key. */
export function postOf(path: string, front: Front, site: Site, run: ReadRun): Post | null {
  return mend(path, front, site, run)?.post ?? null;
}

type Mended = { readonly post: Post /** Whether anything had to be mended. */; readonly isMended: boolean };

function mend(path: string, front: Front, site: Site, run: ReadRun): Mended | null {
  const { fields, own, defaults, problems: textProblems } = front;
  const problems = [...textProblems];
  const name = nameOf(path) ?? undatedName(path, site, problems);
  const date = dateOf(fields, name, site, problems);
  const hidden = reasonToHide(fields, date, site, run.nowMs);
  if (hidden !== null || date === null) {
    run.report.skipped.push({ path, reason: hidden ?? 'no date' });
    if (hidden === FUTURE && date !== null) run.report.due.push({ path, instantMs: date.instantMs });
    if (date === null) for (const problem of problems) run.report.add({ file: path, ...problem });
    return null;
  }
  const iso = toZonedIso(date.instantMs, site.timezone);
  const slug = textOf(fields.get('slug')) || name.slug;
  const outputExt = outputExtension(name.ext, site);
  const categories = categoriesOf(own, defaults, folderCategories(path, site));
  const parts = { date: iso, slug, fileSlug: name.slug, categories, outputExt, path: name.slug };
  const url = urlOf(fields, parts, site, problems);
  for (const { jekyll, ...problem } of problems) {
    run.report.add({ file: path, ...problem });
    if (jekyll !== undefined) run.report.skipped.push({ path, reason: jekyll });
  }
  const title = fields.get('title') ?? null;
  const post = {
    path,
    fileSlug: name.slug,
    ext: name.ext,
    title: title === null ? titleOf(name.slug) : textOf(title),
    slug,
    instantMs: date.instantMs,
    date: iso,
    day: iso.slice(0, 10),
    shownTime: shownTime(date, iso, site),
    categories,
    tags: tagsOf(fields),
    url,
    redirectFrom: listField(fields, 'redirect_from'),
  };
  return { post, isMended: problems.length > 0 };
}

type Name = { readonly day: string; readonly slug: string; readonly ext: string };

// Jekyll 4.3, Document::DATE_FILENAME_MATCHER; a slug does not end in dots.
function nameOf(path: string): Name | null {
  const match = /(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^./]+)$/.exec(path.slice(path.lastIndexOf('/') + 1));
  const [, day = '', slug = '', ext = ''] = match ?? [];
  return match && { day, slug: slug.endsWith('.') ? slug.replace(/\.+$/, '') : slug, ext };
}

/** The name of a file that has no date, but a key that begins with one: `-202203010000000001.md`. */
function undatedName(path: string, site: Site, problems: PostProblem[]): Name {
  const [, year, month, dayOfMonth] = /^(\d{4})(\d\d)(\d\d)/.exec(twinKey(path, site) ?? '') ?? [];
  const remedy = 'The day its number begins with was used; put a date before the name.';
  problems.push({ kind: 'date', found: 'no date in the file name', remedy });
  return { day: `${year}-${month}-${dayOfMonth}`, slug: stemOf(path).replace(/^-+/, ''), ext: extname(path) };
}

/** Whether a file's name begins with a date, as Jekyll wants it. */
export function hasDatedName(path: string): boolean {
  return nameOf(path) !== null;
}

/** The key by which the files of one article are known, out of a file's name; null when there is none, or an empty one. */
export function twinKey(path: string, { settings }: Site): string | null {
  return settings.twin?.exec(nameOf(path)?.slug ?? stemOf(path))?.[1] || null;
}

function twinOf(path: string, { fields, body }: PostText, isMended: boolean, site: Site): Pick<Post, 'twin'> {
  const key = twinKey(path, site);
  if (key === null) return {};
  const isQuoted = site.settings.digest === 'quote' && /^\s*>[ \t]*\S/.test(body);
  const hasDigest = isQuoted || textOf(fields.get('excerpt') ?? fields.get('description')) !== '';
  return {
    twin: { key, isBroken: isMended || textOf(fields.get('title')) === '', hasDigest, length: body.length },
  };
}

function dateOf(fields: Fields, name: Name, site: Site, problems: PostProblem[]): PostDate | null {
  const value = fields.get('date');
  if (value === undefined || value === null || value === '') {
    const fileDate = parseTime(name.day, site.timezone);
    if (fileDate === null)
      problems.push({ kind: 'date', found: `no day ${name.day}`, remedy: 'Correct the date in the file name.' });
    return fileDate;
  }
  const date = readDate(value, site.timezone);
  if (date !== null) return date;
  const fileDate = parseTime(name.day, site.timezone);
  const found = `no date "${textOf(value)}"`;
  const remedy = fileDate
    ? `The day of the file name was used; correct the date.`
    : 'Correct the date or the file name.';
  problems.push({ kind: 'date', found, remedy, jekyll: `stops the build: invalid date '${textOf(value)}'` });
  return fileDate;
}

const FUTURE = 'future date';

function reasonToHide(fields: Fields, date: PostDate | null, site: Site, nowMs: number): string | null {
  if (fields.get('published') === false && !site.unpublished) return 'published: false';
  if (date === null) return 'stops the build: no date that can be read';
  return date.instantMs > nowMs && !site.future ? FUTURE : null;
}

function shownTime(date: PostDate, iso: string, site: Site): LocalTime {
  if (date.isDayOnly) return iso.slice(0, 10);
  if (date.zonelessWallMs === undefined || site.settings.zonelessTimes === 'utc') return iso.slice(0, 16);
  return new Date(date.zonelessWallMs).toISOString().slice(0, 16);
}

/** The extension of the page that Jekyll makes of a file. */
export function outputExtension(ext: string, site: Site): string {
  return site.markdownExtensions.includes(ext.slice(1).toLowerCase()) || ext === '.html' ? '.html' : ext;
}

function folderCategories(path: string, site: Site): readonly string[] {
  const inside = site.collectionsDir === '' ? path : path.slice(site.collectionsDir.length + 1);
  const { folders } = site.settings;
  for (let start = 0, end = 0; end !== inside.length; start = end + 1) {
    const slash = inside.indexOf('/', start);
    end = slash === -1 ? inside.length : slash;
    if (folders.includes(inside.slice(start, end)) || folders.includes(inside.slice(0, end)))
      return start === 0 ? [] : inside.slice(0, start - 1).split('/');
  }
  return [];
}

function urlOf(fields: Fields, parts: PermalinkParts, site: Site, problems: PostProblem[]): string {
  const template = textField(fields, 'permalink') ?? site.permalink;
  const own = permalinkOf(template, parts);
  if (own.ok) return own.url;
  const found = `permalink "${template}" has the unknown placeholder ${own.unknown}`;
  const jekyll = `stops the build: unknown placeholder ${own.unknown}`;
  problems.push({ kind: 'address', found, remedy: 'The default permalink was used; correct the placeholder.', jekyll });
  const fallback = permalinkOf('/:categories/:year/:month/:day/:title:output_ext', parts);
  return fallback.ok ? fallback.url : `/${parts.date.slice(0, 10)}/${encodeURIComponent(parts.slug)}`;
}
