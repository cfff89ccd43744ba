// Finding the way in a stream that is cut into periods: years, divided where they are large. All pure but for what the
// given `Stream` loads.
import { isLeaf, type Leaf, type Period, type PeriodCount } from '#shared/archive.ts';
import { periodChain } from '#shared/paths.ts';
import { dayOf, type Headline } from '#shared/post.ts';
import { orMissing } from './errors.ts';

/** How to ask for a stream's parts. */
export type Stream = {
  /** The years, newest first. */
  readonly loadYears: () => Promise<readonly PeriodCount[]>;
  readonly loadPeriod: (period: string) => Promise<Period>;
};

/**
 * The leaf that holds the headline at a position, 0 being the newest. Null past the end. Of an hour that is divided, it
 * is the first leaf: below hours the parts are cut by hash, so what is newer than the position lies in any of them.
 */
export async function leafAt(stream: Stream, position: number): Promise<Leaf | null> {
  return leafAmong(await stream.loadYears(), position, stream);
}

/**
 * The leaves that go on from the newest headlines: the one that holds the last of them, so that a list can always tell
 * whether the two join, and the next where that one holds nothing more. Empty where nothing is older.
 */
export async function leavesAfter(stream: Stream, newest: readonly Headline[]): Promise<readonly Leaf[]> {
  const joint = await leafAt(stream, newest.length - 1);
  if (joint === null) return [];
  const shown = new Set(newest.map(({ address }) => address));
  if (joint.headlines.some(({ address }) => !shown.has(address))) return [joint];
  const next = await olderLeaf(stream, joint.period);
  return next === null ? [] : [joint, next];
}

/** Whether nothing lies between the newest headlines and a leaf: they overlap, or share an hour that hashes divide. */
export function joinsNewest(newest: readonly Headline[], { period, headlines }: Leaf): boolean {
  const last = newest.at(-1);
  if (last && period.length > HOUR_LENGTH && dayOf(last) === period.slice(0, 10)) return true;
  const shown = new Set(newest.map(({ address }) => address));
  return headlines.some(({ address }) => shown.has(address));
}

/**
 * The leaf to begin a list with that is asked for by a period: the period itself, or of a divided one the newest leaf,
 * or, where the period is only a part of a leaf, that leaf without what is newer. Null where the stream has none.
 */
export async function leafIn(stream: Stream, period: string): Promise<Leaf | null> {
  return (await orMissing(outermostLeaf(stream, period, 'newest'))) ?? leafAround(stream, period);
}

async function leafAround(stream: Stream, period: string): Promise<Leaf | null> {
  for (const key of periodChain(period) ?? []) {
    const around = await orMissing(stream.loadPeriod(key));
    if (around === null) return null;
    if (isLeaf(around)) return { ...around, headlines: around.headlines.filter((post) => !isAfter(post, period)) };
  }
  return null;
}

function isAfter(post: Headline, period: string): boolean {
  return dayOf(post).slice(0, period.length) > period;
}

/** The leaf next to a period on its older side, or null where none is older. */
export function olderLeaf(stream: Stream, period: string): Promise<Leaf | null> {
  return leafBeside(stream, period, 'older');
}

/** The leaf next to a period on its newer side, or null where none is newer. */
export function newerLeaf(stream: Stream, period: string): Promise<Leaf | null> {
  return leafBeside(stream, period, 'newer');
}

async function leafAmong(parts: readonly PeriodCount[], position: number, stream: Stream): Promise<Leaf | null> {
  let start = 0;
  for (const part of parts) {
    if (position < start + part.count) {
      const period = await stream.loadPeriod(part.period);
      if (isLeaf(period)) return period;
      return leafAmong(period.parts, part.period.length < HOUR_LENGTH ? position - start : 0, stream);
    }
    start += part.count;
  }
  return null;
}

const HOUR_LENGTH = '2022-05-30T09'.length;

type Side = 'older' | 'newer';

// From the inside out: the next part of the smallest period around, else of the one around that.
async function leafBeside(stream: Stream, period: string, side: Side): Promise<Leaf | null> {
  const chain = periodChain(period) ?? [];
  for (let level = chain.length - 1; level >= 0; level--) {
    const beside = partBeside(await partsAround(stream, chain[level - 1]), chain[level] ?? '', side);
    if (beside) return outermostLeaf(stream, beside.period, side === 'older' ? 'newest' : 'oldest');
  }
  return null;
}

async function partsAround(stream: Stream, around: string | undefined): Promise<readonly PeriodCount[]> {
  if (around === undefined) return stream.loadYears();
  const period = await stream.loadPeriod(around);
  return isLeaf(period) ? [] : period.parts;
}

function partBeside(parts: readonly PeriodCount[], period: string, side: Side): PeriodCount | undefined {
  const position = parts.findIndex((part) => part.period === period);
  if (position >= 0) return parts[position + (side === 'older' ? 1 : -1)];
  // The period has gone since. Keys of one level sort like their times.
  if (side === 'older') return parts.find((part) => part.period < period);
  return parts.findLast((part) => part.period > period);
}

async function outermostLeaf(stream: Stream, key: string, end: 'newest' | 'oldest'): Promise<Leaf> {
  let period = await stream.loadPeriod(key);
  while (!isLeaf(period)) {
    const part = end === 'newest' ? period.parts[0] : period.parts.at(-1);
    // A period is only divided because it is full; an index without parts is read as an empty list.
    if (part === undefined) return { format: period.format, period: period.period, headlines: [] };
    period = await stream.loadPeriod(part.period);
  }
  return period;
}
