// Finding the way in a stream that is cut into periods: years, divided where they are large. All pure but for what the
// given `Stream` loads.
import { isLeaf, type Leaf, type Period, type PeriodCount } from '#shared/archive.ts';
import { periodChain } from '#shared/paths.ts';

/** How to ask for a stream's parts. */
export type Stream = {
  /** The years, newest first. */
  readonly loadYears: () => Promise<readonly PeriodCount[]>;
  readonly loadPeriod: (period: string) => Promise<Period>;
};

/** The leaf next to a period on its older side, or null where none is older. */
export function olderLeaf(stream: Stream, period: string): Promise<Leaf | null> {
  return leafBeside(stream, period, 'older');
}

/** The leaf next to a period on its newer side, or null where none is newer. */
export function newerLeaf(stream: Stream, period: string): Promise<Leaf | null> {
  return leafBeside(stream, period, 'newer');
}

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
