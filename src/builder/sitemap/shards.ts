import type { DayCount } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import { groupBy } from '#builder/files/dataFile.ts';

/** A file of the sitemap: the posts of some days, or, where one day fills several, the part of that day it holds. */
export type Shard = {
  readonly file: string;
  /** The year, month or day it is of. */
  readonly period: string;
  /** Oldest first. */
  readonly days: readonly Day[];
  /** How many posts of its day stand in the parts before. */
  readonly skip: number;
};

/** How many posts share a file when they are of more than one day: what a publish may have to read for one new post. */
const MAX_SHARED = 500;

/** What the protocol allows in one file. */
export const MAX_ADDRESSES = 50_000;

/**
 * The files that hold the posts of a year, given its days with posts, newest first. A year of few posts is one, a month
 * of few too, else each day is. It depends on the counts alone, so that every history leads to the same files.
 */
export function shardsOfYear(year: string, days: readonly DayCount[]): readonly Shard[] {
  if (totalOf(days) <= MAX_SHARED) return days.length > 0 ? [shardOf(year, days)] : [];
  const months = [...groupBy(days, ({ day }) => day.slice(0, 7))];
  return months.flatMap(([month, ofMonth]) =>
    totalOf(ofMonth) <= MAX_SHARED ? [shardOf(month, ofMonth)] : ofMonth.flatMap(shardsOfDay),
  );
}

/** Whether a file of the site is one of these. */
export function isShardFile(path: string): boolean {
  return /^sitemap-[\w-]+\.xml$/.test(path);
}

/** The name of a part of something, `2021-05-30` or `screens`; the first has no number. */
export function shardFile(name: string, part = 0): string {
  return part === 0 ? `sitemap-${name}.xml` : `sitemap-${name}-part${part + 1}.xml`;
}

function shardOf(period: string, days: readonly DayCount[]): Shard {
  return { file: shardFile(period), period, days: days.map(({ day }) => day).toReversed(), skip: 0 };
}

function shardsOfDay({ day, count }: DayCount): readonly Shard[] {
  return Array.from({ length: Math.ceil(count / MAX_ADDRESSES) }, (_part, part) => {
    return { file: shardFile(day, part), period: day, days: [day], skip: part * MAX_ADDRESSES };
  });
}

function totalOf(days: readonly DayCount[]): number {
  return days.reduce((sum, { count }) => sum + count, 0);
}
