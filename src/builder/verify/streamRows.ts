import { isLeaf, NEWEST_COUNT, type Period, type PeriodCount, type StreamHead } from '#shared/archive.ts';
import { spreadDigits } from '#shared/hash.ts';
import { foldAddress, periodChain } from '#shared/paths.ts';
import { type Day, dayOf, type Headline } from '#shared/post.ts';
import { MAX_LEAF } from '#builder/files/streamFiles.ts';
import type { SiteCheck } from './SiteCheck.ts';

const HASH_MARK = '~';

/** A headline as a list holds it. */
export type StreamRow = {
  /** The list. */
  readonly file: string;
  readonly day: Day;
  readonly folded: string;
  readonly headline: Headline;
  readonly json: string;
  /** The hour whose headlines are divided by hash, so that they stand in no order of time; else empty. */
  readonly block: string;
};

/** A stream's head, as far as it is to be compared. */
export type HeadFacts = Pick<StreamHead, 'kind' | 'slug' | 'name' | 'count' | 'years'> & {
  readonly newest: readonly Headline[];
};

/** Reads a stream's head; null, and a problem, when it cannot be read. */
export function readHead(check: SiteCheck, folder: string): HeadFacts | null {
  return check.look<StreamHead, HeadFacts>(`${folder}/head.json`, (head) => {
    const years = head.years.map(({ period, count }) => ({ period, count }));
    const newest = head.newest.map((headline) => headline);
    return { kind: head.kind, slug: head.slug, name: head.name, count: head.count, years, newest };
  });
}

/** All headlines of a stream as its periods list them, newest first, which are checked on the way. */
export function* streamRows(check: SiteCheck, folder: string, head: HeadFacts): Generator<StreamRow> {
  const file = `${folder}/head.json`;
  const counted = sumOf(head.years);
  if (counted !== head.count) check.fail(file, `counts ${head.count} headlines, its years ${counted}`);
  const problemsBefore = check.problemCount;
  const newest: string[] = [];
  for (const year of checkParts(check, file, { period: '', parts: head.years })) {
    for (const row of periodRows(check, folder, year)) {
      if (newest.length < NEWEST_COUNT) newest.push(row.json);
      yield row;
    }
  }
  // Of a stream that cannot be read to its end, little can be said.
  if (check.problemCount > problemsBefore) return;
  if (newest.join() !== head.newest.map((headline) => JSON.stringify(headline)).join())
    check.fail(file, 'has other newest headlines than its periods');
}

function* periodRows(check: SiteCheck, folder: string, { period, count }: PeriodCount): Generator<StreamRow> {
  const file = `${folder}/${period}.json`;
  const listing = check.look<Period, Listing>(file, (data) => listingOf(data, file));
  if (listing === null) return;
  const { rows, parts } = listing;
  const held = rows.length + sumOf(parts);
  if (held !== count) check.fail(file, `should hold ${count} headlines, and holds ${held}`);
  if (listing.period !== period) check.fail(file, `says that it is ${listing.period}`);
  if (parts.length > 0 && held <= MAX_LEAF) check.fail(file, `is divided, and has only ${held} headlines`);
  checkLeaf(check, file, { period, rows });
  yield* rows;
  for (const part of checkParts(check, file, { period, parts })) yield* periodRows(check, folder, part);
}

/** What a period lists, or the parts it is divided in. */
type Listing = {
  readonly period: string;
  readonly rows: readonly StreamRow[];
  readonly parts: readonly PeriodCount[];
};

function listingOf(data: Period, file: string): Listing {
  const { period } = data;
  if (!isLeaf(data)) return { period, rows: [], parts: data.parts.map(({ period, count }) => ({ period, count })) };
  const block = period.includes(HASH_MARK) ? period.slice(0, period.indexOf(HASH_MARK)) : '';
  const rows = data.headlines.map((headline): StreamRow => {
    const json = JSON.stringify(headline);
    return { file, day: dayOf(headline), folded: foldAddress(headline.address), headline, json, block };
  });
  return { period, rows, parts: [] };
}

function checkLeaf(check: SiteCheck, file: string, { period, rows }: Omit<Listing, 'parts'>): void {
  const isLast = period.length === '2022-05-30T09~01234567'.length;
  if (rows.length > MAX_LEAF && !isLast) check.fail(file, `lists ${rows.length} headlines, and is not divided`);
  const [, digits = ''] = period.split(HASH_MARK);
  let before = rows[0]?.day ?? '';
  for (const { day, folded } of rows) {
    const isWithin =
      day.startsWith(period.slice(0, day.length)) && (digits === '' || spreadDigits(folded).startsWith(digits));
    if (!isWithin || day > before) check.fail(file, `lists ${folded} of ${day} where it has no place`);
    before = day;
  }
}

/** The parts that can be followed: each once, and directly below the period, those of time newest first. */
function checkParts(check: SiteCheck, file: string, { period, parts }: Omit<Listing, 'rows'>): readonly PeriodCount[] {
  const names = new Set<string>();
  let before = '';
  return parts.filter(({ period: name }) => {
    const chain = periodChain(name);
    const isBelow = chain !== null && (chain.at(-2) ?? '') === period;
    const isNext = before === '' || name < before || name.includes(HASH_MARK);
    const isRight = isBelow && isNext && !names.has(name);
    if (!isRight) check.fail(file, `names ${name} where it has no place`);
    names.add((before = name));
    return isRight;
  });
}

function sumOf(parts: readonly PeriodCount[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
