import type { Day } from '#shared/post.ts';
import { groupBy } from '#builder/files/dataFile.ts';
import { byDate, type Place } from '#builder/ledger/notes.ts';
import { compareText, type Problem } from '#builder/report.ts';
import type { Placing } from './placeAll.ts';
import type { SightedPosts } from './SightedPosts.ts';

/** Where all posts of an archive lie. */
export type PlacesByDay = {
  /** How many posts there are. */
  readonly count: number;
  /** Days with posts, the newest first. */
  readonly days: readonly Day[];
  /** The posts of a day, in order. */
  readonly on: (day: Day) => readonly Place[];
};

/** Brings together where posts lie, by themselves and by placing, with how many of some problems each has. */
export function placesByDay(
  shown: SightedPosts,
  { placed, grouped }: Placing,
  problems: readonly Problem[],
): PlacesByDay {
  const counts = countByFile(problems);
  const alone = groupBy(indexesAlone(shown, grouped), (index) => shown.dayAt(index));
  const together = groupBy(placed, ({ day }) => day);
  const places = (day: Day) => [
    ...(alone.get(day) ?? []).map((index) => shown.at(index)),
    ...(together.get(day) ?? []),
  ];
  return {
    count: [...alone.values(), ...together.values()].reduce((sum, { length }) => sum + length, 0),
    days: [...new Set([...alone.keys(), ...together.keys()])].toSorted((a, b) => compareText(b, a)),
    on: (day) =>
      places(day)
        .map((place) => withCount(place, counts))
        .toSorted(byDate),
  };
}

function* indexesAlone(shown: SightedPosts, grouped: Placing['grouped']): Generator<number> {
  for (let index = 0; index < shown.length; index++) if (!grouped.has(shown.pathAt(index))) yield index;
}

function countByFile(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of problems) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

function withCount(place: Place, counts: ReadonlyMap<string, number>): Place {
  if (counts.size === 0) return place;
  const files = [place.path, ...(place.twins ?? []).map(({ path }) => path)];
  const problems = files.reduce((sum, path) => sum + (counts.get(path) ?? 0), 0);
  return problems > 0 ? { ...place, problems } : place;
}
