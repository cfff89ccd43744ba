import { FORMAT, isLeaf, NEWEST_COUNT, type Period, type PeriodCount, type StreamHead } from '#shared/archive.ts';
import { headFile, periodFile } from '#shared/paths.ts';
import { type Day, dayOf } from '#shared/post.ts';
import { compareText } from '#builder/report.ts';
import { DamagedSiteError } from './DamagedSiteError.ts';
import { type DataFiles, groupBy, jsonFile, readJson } from './dataFile.ts';
import { MAX_LEAF, periodFiles, type Row, type StreamKey, withRows } from './streamFiles.ts';

/** Days of a stream, each with all its rows there, newest first. */
export type RowsByDay = ReadonlyMap<Day, readonly Row[]>;

/** What a stream amounts to. `day` is that of its newest headline. */
export type StreamTotal = { readonly count: number; readonly day: Day | null };

// Of a period's levels (year, month, day, hour, …) the one that a change replaces as a whole.
const DAY_LEVEL = 2;
const LENGTHS = [4, 7, 10];

/**
 * Brings a stream's head and periods up to date with what became of some of its days. A period is divided, and united
 * again, as its headlines come and go; those that have none vanish, and so does the head of an empty stream. Other
 * periods are not read.
 */
export function reviseStream(
  stream: StreamKey & { readonly name: string },
  days: RowsByDay,
  files: DataFiles,
): StreamTotal {
  const path = headFile(stream.kind, stream.slug);
  const head = readJson<StreamHead>(files, path);
  const counts = new Map(head?.years.map(({ period, count }) => [period, count]));
  const tree = new PeriodTree(stream, files);
  for (const [year, ofYear] of groupBy(days, ([day]) => day.slice(0, 4)))
    counts.set(year, tree.revise(year, 0, { days: new Map(ofYear), isListed: counts.has(year) }));
  const years = sortedCounts(counts);
  const count = sumOf(years);
  if (count === 0 && stream.kind !== 'all') {
    if (head) files.remove(path);
    return { count, day: null };
  }
  const newest = tree.newest(years);
  const { kind, slug, name } = stream;
  files.put(withRows(path, { format: FORMAT, kind, slug, name, count, years }, 'newest', newest));
  return { count, day: newest[0]?.date.slice(0, LENGTHS[DAY_LEVEL]) ?? null };
}

/** The periods of one stream. */
class PeriodTree {
  readonly #stream: StreamKey;
  readonly #files: DataFiles;

  constructor(stream: StreamKey, files: DataFiles) {
    this.#stream = stream;
    this.#files = files;
  }

  /**
   * Puts the rows of some days of a period in the place of those it had; answers with how many it has then. One that is
   * listed must be there.
   */
  revise(period: string, level: number, { days, isListed }: { days: RowsByDay; isListed: boolean }): number {
    const old = isListed ? this.#readListed(period) : this.#read(period);
    if (level < DAY_LEVEL && old && !isLeaf(old)) return this.#reviseParts(period, level, { parts: old.parts, days });
    const rows = level === DAY_LEVEL ? (days.get(period) ?? []) : withDays(old ? rowsIn(old) : [], days);
    this.#replace(period, level, rows);
    return rows.length;
  }

  /** The newest headlines of some periods, newest first. */
  newest(periods: readonly PeriodCount[]): readonly Row[] {
    const rows: Row[] = [];
    for (const { period } of periods) {
      if (rows.length >= NEWEST_COUNT) break;
      rows.push(...this.#rows(period, NEWEST_COUNT - rows.length));
    }
    return rows.slice(0, NEWEST_COUNT);
  }

  #reviseParts(
    period: string,
    level: number,
    { parts, days }: { parts: readonly PeriodCount[]; days: RowsByDay },
  ): number {
    const counts = new Map(parts.map(({ period, count }) => [period, count]));
    for (const [part, inPart] of groupBy(days, ([day]) => day.slice(0, LENGTHS[level + 1])))
      counts.set(part, this.revise(part, level + 1, { days: new Map(inPart), isListed: counts.has(part) }));
    const now = sortedCounts(counts);
    const count = sumOf(now);
    if (count > MAX_LEAF) this.#files.put(jsonFile(this.#path(period), { format: FORMAT, period, parts: now }));
    else
      this.#replace(
        period,
        level,
        now.flatMap((part) => this.#rows(part.period, MAX_LEAF)),
      );
    return count;
  }

  /** Gives a period these rows and no others. */
  #replace(period: string, level: number, rows: readonly Row[]): void {
    const files = rows.length > 0 ? [...periodFiles(this.#stream, period, { rows, level })] : [];
    const kept = new Set(files.map(({ path }) => path));
    for (const path of this.#filesOf(period)) if (!kept.has(path)) this.#files.remove(path);
    for (const file of files) this.#files.put(file);
  }

  /** The first rows of a period. */
  #rows(period: string, limit: number): readonly Row[] {
    const data = this.#readListed(period);
    if (isLeaf(data)) return rowsIn(data).slice(0, limit);
    const rows: Row[] = [];
    for (const part of data.parts) if (rows.length < limit) rows.push(...this.#rows(part.period, limit - rows.length));
    return rows;
  }

  #filesOf(period: string): readonly string[] {
    const data = this.#read(period);
    if (data === null) return [];
    return [this.#path(period), ...(isLeaf(data) ? [] : data.parts.flatMap((part) => this.#filesOf(part.period)))];
  }

  #readListed(period: string): Period {
    const data = this.#read(period);
    if (data === null) throw new DamagedSiteError(`data/${this.#path(period)} is missing`);
    return data;
  }

  #read(period: string): Period | null {
    return readJson<Period>(this.#files, this.#path(period));
  }

  #path(period: string): string {
    return periodFile(this.#stream.kind, this.#stream.slug, period);
  }
}

/** Rows, newest first, with those of some days in the place of what these days had. */
function withDays(rows: readonly Row[], days: RowsByDay): readonly Row[] {
  const byDay = new Map<Day, readonly Row[]>(groupBy(rows, ({ date }) => date.slice(0, LENGTHS[DAY_LEVEL])));
  for (const [day, ofDay] of days) byDay.set(day, ofDay);
  return [...byDay].toSorted(([a], [b]) => compareText(b, a)).flatMap(([, ofDay]) => ofDay);
}

/** A leaf's rows. Their dates are days: a day is divided by hour only when all of it is given. */
function rowsIn(data: Period): readonly Row[] {
  const headlines = isLeaf(data) ? data.headlines : [];
  return headlines.map((headline) => {
    return { date: dayOf(headline), address: headline.address, json: JSON.stringify(headline) };
  });
}

function sortedCounts(counts: ReadonlyMap<string, number>): readonly PeriodCount[] {
  const some = [...counts].filter(([, count]) => count > 0).toSorted(([a], [b]) => compareText(b, a));
  return some.map(([period, count]) => ({ period, count }));
}

function sumOf(counts: readonly PeriodCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
