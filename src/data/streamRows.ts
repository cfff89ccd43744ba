// Which headline stands at which position of a stream, 0 being the newest: read off the counts of its periods, so that
// only the periods around a place must be there. All pure.
import { isLeaf, type Leaf, type Period, type PeriodCount } from '#shared/archive.ts';
import { periodChain } from '#shared/paths.ts';
import { type Day, dayOf, type Headline } from '#shared/post.ts';

/** A stream as it was when its list was opened. It may have grown since; then its files hold more than `count` says. */
export type Frame = { readonly years: readonly PeriodCount[]; readonly count: number };

/** Positions from `start` to before `end`. */
export type Range = { readonly start: number; readonly end: number };

/** A period's file, or undefined while it is not there. */
export type Known = (period: string) => Period | undefined;

/** The headlines of a range, undefined where they are not there yet, and the periods that hold them. */
export type Stretch = {
  readonly headlines: readonly (Headline | undefined)[];
  readonly periods: readonly string[];
};

/**
 * The headlines of a range as far as they are known. Where a file holds more than was counted, or fewer, the oldest keep
 * their positions: what is new is added at the newer end.
 */
export function stretchOf(frame: Frame, range: Range, known: Known): Stretch {
  const headlines = Array.from<Headline | undefined>({ length: range.end - range.start });
  const periods: string[] = [];
  const place = (parts: readonly PeriodCount[], start: number, count: number): void => {
    let at = start + count - sum(parts);
    for (const part of parts) {
      if (at < range.end && at + part.count > range.start && part.count > 0) placePart(part, at);
      at += part.count;
    }
  };
  const placePart = ({ period, count }: PeriodCount, start: number): void => {
    periods.push(period);
    const file = known(period);
    if (file === undefined) return;
    if (!isLeaf(file)) return place(file.parts, start, count);
    const shift = file.headlines.length - count - start;
    const [from, to] = [Math.max(start, range.start, -shift), Math.min(start + count, range.end)];
    for (let position = from; position < to; position++)
      headlines[position - range.start] = file.headlines[position + shift];
  };
  place(frame.years, 0, frame.count);
  return { headlines, periods };
}

/** A stretch of a stream that a period names: where it begins, and how many headlines lie in it. */
export type Span = { readonly start: number; readonly count: number };

/** Where a period lies as far as is known, or the period whose file must be there to tell. */
export function spanOf(frame: Frame, period: string, known: Known): Span | { readonly missing: string } {
  const total = sum(frame.years);
  let parts = frame.years;
  let start = frame.count - total;
  for (const key of periodChain(period) ?? []) {
    start += sum(parts.filter((part) => part.period > key));
    const own = parts.find((part) => part.period === key);
    if (own === undefined) return clip({ start, count: 0 });
    if (key === period) return clip({ start, count: own.count });
    const file = known(key);
    if (file === undefined) return { missing: key };
    start += own.count - countOf(file);
    if (isLeaf(file)) return clip(spanInLeaf(file, start, period));
    parts = file.parts;
  }
  return clip({ start, count: 0 });
}

/** How many headlines lie under a day, as far as the known periods tell; else undefined. */
export function countOfDay(day: Day, known: Known): number | undefined {
  for (const key of periodChain(day) ?? []) {
    const file = known(key);
    if (file === undefined) return undefined;
    if (isLeaf(file)) return file.headlines.filter((headline) => dayOf(headline) === day).length;
    const own = file.parts.find((part) => part.period === day);
    if (own) return own.count;
  }
  return undefined;
}

/** The parts of a period, as long as given (`7` are months), with their counts. Those of an index are its own. */
export function partsOf(file: Period, length: number): readonly PeriodCount[] {
  if (!isLeaf(file)) return file.parts;
  const counts = new Map<string, number>();
  for (const headline of file.headlines) {
    const period = dayOf(headline).slice(0, length);
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return [...counts].map(([period, count]) => ({ period, count }));
}

/** The period that names the place of a headline in the address: its hour, or its day where it has no clock. */
export function periodAt(headline: Headline): string {
  return timeOf(headline).slice(0, 'YYYY-MM-DDTHH'.length);
}

function spanInLeaf({ headlines }: Leaf, start: number, period: string): Span {
  const keys = headlines.map((headline) => timeOf(headline).slice(0, period.length));
  const newer = keys.findIndex((key) => key <= period);
  if (newer < 0) return { start: start + keys.length, count: 0 };
  return { start: start + newer, count: keys.filter((key) => key === period).length };
}

// Of a post that shows another day than it lies under, the clock says nothing of its place.
function timeOf({ time, day }: Headline): string {
  return day ?? time;
}

function clip({ start, count }: Span): Span {
  return start < 0 ? { start: 0, count: Math.max(0, count + start) } : { start, count };
}

function countOf(file: Period): number {
  return isLeaf(file) ? file.headlines.length : sum(file.parts);
}

function sum(parts: readonly PeriodCount[]): number {
  return parts.reduce((total, { count }) => total + count, 0);
}
