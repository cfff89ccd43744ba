import type { DayIndex, Manifest, Period, StreamHead, StreamKind } from '#shared/archive.ts';
import {
  bareSlugInAddress,
  chunkFile,
  dayFile,
  dayInAddress,
  dayPartFile,
  foldAddress,
  headFile,
  linksFile,
  linksPartFile,
  MANIFEST_FILE,
  periodFile,
} from '#shared/paths.ts';
import type { Address, Article, Day } from '#shared/post.ts';
import { decodeChunk, decodeDay, decodeHead, decodeLinks, decodeManifest, decodePeriod } from '#wire/decode.ts';
import { FormatError } from '#wire/errors.ts';
import { orMissing } from './errors.ts';
import { dataUrl, fetchJson, fetchPacked, type LoadOptions } from './fetchFile.ts';

/**
 * What stands at an address: an article (its own address may differ: an old one leads to it), a category, nothing. One
 * that only this device has comes with when it was saved, in milliseconds.
 */
export type ArticleAnswer =
  | { readonly kind: 'article'; readonly article: Article; readonly savedAt?: number }
  | { readonly kind: 'category'; readonly slug: string }
  | { readonly kind: 'missing' };

/** Loads the manifest. */
export function loadManifest(options?: LoadOptions): Promise<Manifest> {
  return fetchJson(MANIFEST_FILE, decodeManifest, options);
}

/** Loads the head of a stream. `MissingError` means that there is no such stream. */
export function loadHead(kind: StreamKind, slug: string, options?: LoadOptions): Promise<StreamHead> {
  return fetchJson(headFile(kind, slug), decodeHead, options);
}

/** Loads a period of a stream. `MissingError` means that nothing lies in it, or that it is part of a larger leaf. */
export function loadPeriod(kind: StreamKind, slug: string, period: string, options?: LoadOptions): Promise<Period> {
  return fetchJson(periodFile(kind, slug, period), decodePeriod, options);
}

/** How files are come by: from the network, or from what keeps them for a while. */
export type Files = { readonly fetchJson: typeof fetchJson; readonly fetchPacked: typeof fetchPacked };

const NETWORK: Files = { fetchJson, fetchPacked };

type ArticleOptions = LoadOptions & { readonly files?: Files };

/**
 * Loads what stands at an address that is no screen: by the day it shows, else by the day that `links` gives it, else
 * as the bare slug of a category.
 */
export async function loadArticle(address: Address, options: ArticleOptions = {}): Promise<ArticleAnswer> {
  const folded = foldAddress(address);
  const shownDay = dayInAddress(folded);
  const article =
    (shownDay && (await loadFromDay(shownDay, folded, options))) ?? (await loadFromLinks(folded, options));
  if (article) return { kind: 'article', article };
  const slug = bareSlugInAddress(address);
  const head = slug === null ? null : await orMissing(loadHead('category', slug, options));
  return head === null ? { kind: 'missing' } : { kind: 'category', slug: head.slug };
}

async function loadFromLinks(folded: string, options: ArticleOptions): Promise<Article | null> {
  let links = await orMissing(filesOf(options).fetchJson(linksFile(folded), decodeLinks, options));
  if (links && 'split' in links)
    links = await orMissing(filesOf(options).fetchJson(linksPartFile(folded), decodeLinks, options));
  const day = links && 'days' in links && valueAt(links.days, folded);
  return day ? loadFromDay(day, folded, options) : null;
}

async function loadFromDay(day: Day, folded: string, options: ArticleOptions): Promise<Article | null> {
  const index = await loadDayIndex(day, folded, options);
  const target = index?.redirects && valueAt(index.redirects, folded);
  if (target === undefined) return loadFromIndex(index, folded, options);
  // On a split day, the article may stand in another part than the old address.
  const foldedTarget = foldAddress(target);
  return loadFromIndex(await loadDayIndex(day, foldedTarget, options), foldedTarget, options);
}

async function loadFromIndex(index: DayIndex | null, folded: string, options: ArticleOptions): Promise<Article | null> {
  if (!index) return null;
  const sha256 = chunkOf(index, folded);
  const article = sha256 && (await orMissing(loadFromChunk(sha256, folded, options)));
  if (article) return article;
  // The article, or the chunk it lies in, was published after this index was read.
  const anew: ArticleOptions = { ...options, cache: 'reload' };
  const fresh = await loadDayIndex(index.day, folded, anew);
  const freshSha256 = fresh && chunkOf(fresh, folded);
  return freshSha256 ? loadFromChunk(freshSha256, folded, anew) : null;
}

async function loadFromChunk(sha256: string, folded: string, options: ArticleOptions): Promise<Article> {
  const file = { path: chunkFile(sha256), sha256 };
  const { articles } = await filesOf(options).fetchPacked(file, decodeChunk, options);
  const article = articles.find((article) => foldAddress(article.address) === folded);
  if (!article) throw new FormatError(dataUrl(file.path), 'articles', `without ${folded}`);
  return article;
}

async function loadDayIndex(day: Day, folded: string, options: ArticleOptions): Promise<DayIndex | null> {
  const index = await orMissing(filesOf(options).fetchJson(dayFile(day), decodeDay, options));
  if (index === null || 'posts' in index) return index;
  const part = await orMissing(filesOf(options).fetchJson(dayPartFile(day, folded), decodeDay, options));
  return part && 'posts' in part ? part : null;
}

function chunkOf(index: DayIndex, folded: string): string | undefined {
  const position = valueAt(index.posts, folded);
  return position === undefined ? undefined : index.chunks[position];
}

function valueAt<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function filesOf({ files = NETWORK }: ArticleOptions): Files {
  return files;
}
