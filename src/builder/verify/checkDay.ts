import { dayFile, foldAddress } from '#shared/paths.ts';
import type { Article, Day, Headline } from '#shared/post.ts';
import { readChunk } from './readChunk.ts';
import { readDay, type WholeDay } from './readDay.ts';
import { Sequence } from './Sequence.ts';
import { inData, type SiteCheck } from './SiteCheck.ts';
import type { StreamRow } from './streamRows.ts';
import { blocksAmong, type TimedRow, type Told } from './Told.ts';

/** A day, and how others see it. */
export type SeenDay = {
  readonly day: Day;
  /** Its posts by the calendar. */
  readonly count: number;
  /** Its headlines in the stream of all, in their order there. */
  readonly rows: readonly StreamRow[];
};

/**
 * Checks that a day's index leads to its chunks and they hold what it lists, and that the stream of all has a headline of
 * each article, in their order. What other lists must hold is told.
 */
export function checkDay(check: SiteCheck, { day, count, rows }: SeenDay, told: Told): void {
  const file = inData(dayFile(day));
  const index = readDay(check, day);
  const articles = index.chunks.flatMap((name, position) => articlesOf(check, file, { day, index, name, position }));
  if (index.posts.size !== articles.length)
    check.fail(file, `lists ${index.posts.size} articles, its chunks hold ${articles.length}`);
  if (articles.length !== count) check.fail(file, `has ${articles.length} articles, its calendar counts ${count}`);
  checkOrder(check, file, articles);
  checkRedirects(check, file, index);
  for (const folded of [...index.posts.keys(), ...index.redirects.keys()]) told.tellAddress(folded, day);
  told.tellRows(day, checkRows(check, { day, articles, rows }));
}

type Place = { readonly day: Day; readonly index: WholeDay; readonly name: string; readonly position: number };

function articlesOf(check: SiteCheck, file: string, { day, index, name, position }: Place): readonly Article[] {
  const articles = readChunk(check, day, name);
  for (const { address } of articles)
    if (index.posts.get(foldAddress(address)) !== position)
      check.fail(file, `does not say that ${address} lies in chunk ${name.slice(0, 8)}…`);
  return articles;
}

function checkOrder(check: SiteCheck, file: string, articles: readonly Article[]): void {
  let before = Number.NEGATIVE_INFINITY;
  for (const { address, date } of articles) {
    const instant = Date.parse(date);
    if (!(instant >= before)) check.fail(file, `has ${address} of ${date} after later articles`);
    before = instant;
  }
}

function checkRedirects(check: SiteCheck, file: string, { posts, redirects }: WholeDay): void {
  for (const [from, address] of redirects)
    if (!posts.has(foldAddress(address))) check.fail(file, `leads ${from} to ${address}, which it does not know`);
}

type ListedDay = { readonly day: Day; readonly articles: readonly Article[]; readonly rows: readonly StreamRow[] };

/** The headlines of a day's articles, newest first. */
function checkRows(check: SiteCheck, { day, articles, rows }: ListedDay): readonly TimedRow[] {
  const byAddress = new Map(rows.map((row) => [row.folded, row]));
  const timed = articles.toReversed().flatMap((article): TimedRow[] => {
    const row = byAddress.get(foldAddress(article.address));
    if (row === undefined)
      check.fail(inData(dayFile(day)), `knows ${article.address}, which streams/all does not list`);
    else if (!isSame(row.headline, article))
      check.fail(row.file, `tells ${article.address} otherwise than its article`);
    byAddress.delete(foldAddress(article.address));
    return row ? [{ row, hour: article.date.slice(0, '2022-05-30T09'.length) }] : [];
  });
  for (const { file, headline } of byAddress.values())
    check.fail(file, `names ${headline.address}, which its day does not know`);
  if (byAddress.size === 0 && !isInOrder(rows, timed))
    check.fail(rows[0]?.file ?? '', `lists the headlines of ${day} twice or in another order than the day`);
  return timed;
}

function isInOrder(rows: readonly StreamRow[], timed: readonly TimedRow[]): boolean {
  const [listed, expected] = [new Sequence(), new Sequence()];
  for (const { folded, block } of rows) listed.tell(folded, block);
  const blockOf = blocksAmong(timed);
  for (const { row, hour } of timed) expected.tell(row.folded, blockOf(hour));
  return listed.equals(expected);
}

const FACTS = ['address', 'title', 'time', 'day', 'source', 'twin', 'size', 'lang', 'categories', 'tags'] as const;

/** Whether a headline says what its article says. */
function isSame(headline: Headline, article: Article): boolean {
  return FACTS.every((name) => String(headline[name]) === String(article[name]));
}
