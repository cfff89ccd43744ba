import { foldAddress } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { screenAddresses } from '#builder/files/placeRedirects.ts';
import type { Ledger } from '#builder/ledger/Ledger.ts';
import { byDate, type Place, type PostNote } from '#builder/ledger/notes.ts';
import type { Problem } from '#builder/report.ts';
import { shownNotes } from './ledgerClaims.ts';
import { placeOfPost } from './placeAll.ts';
import { type Group, type GroupRun, placeGroup } from './placeGroup.ts';

/** Posts that were placed anew, what they were before, and the days that are changed by it. */
export type Replaced = {
  readonly group: Group;
  readonly before: readonly PostNote[];
  /** Each day with all its posts, in order; without any when none is left. */
  readonly days: ReadonlyMap<Day, readonly Place[]>;
};

type ChangedRun = GroupRun & {
  readonly ledger: Ledger;
  /** The hash of a file that was read. */
  readonly hashOf: (path: string) => string;
};

/**
 * Places the posts of changed files, and every other whose place depends on them: as `placeAll` would, at the cost of
 * those posts alone.
 */
export function placeChanged(changed: Iterable<string>, run: ChangedRun): Replaced {
  for (let paths = [...changed]; ; ) {
    const group = placeGroup(paths, run);
    const before = [...shownNotes(group.paths, run.ledger)];
    const turned = turnedScreens(group, before, run).flatMap(run.claims.claimants);
    const more = turned.filter((path) => !group.paths.has(path));
    if (more.length === 0) return { group, before, days: daysOf(group, before, run) };
    paths = [...group.paths, ...more];
  }
}

/** Folded addresses of screens that show something only now, or do no longer: a redirect may ask for them. */
function turnedScreens({ posts, paths }: Group, before: readonly PostNote[], { claims }: ChangedRun): string[] {
  const [now, then] = [new Set(posts.flatMap(screenAddresses)), new Set(before.flatMap(screensOfNote))];
  const differing = [...now, ...then].filter((address) => now.has(address) !== then.has(address));
  return differing.map(foldAddress).filter((folded) => !claims.isShown(folded, paths));
}

function screensOfNote({ headline }: PostNote): readonly string[] {
  return screenAddresses({ categories: headline.categories ?? [], tags: headline.tags ?? [] });
}

function daysOf(
  { paths, placed, found, placing }: Group,
  before: readonly PostNote[],
  { ledger, hashOf }: ChangedRun,
): ReadonlyMap<Day, readonly Place[]> {
  const places = placed.map((each) =>
    withProblems(placeOfPost(each, hashOf), [...found.problems, ...placing.problems]),
  );
  const days = new Set([...before, ...places].map(({ day }) => day));
  return new Map(
    [...days].map((day) => {
      const others = (ledger.day(day)?.posts ?? []).filter(({ path }) => !paths.has(path));
      return [day, [...others, ...places.filter((place) => place.day === day)].toSorted(byDate)];
    }),
  );
}

/** A place with the number of problems that its files have. */
export function withProblems(place: Place, problems: readonly Problem[]): Place {
  const files = new Set([place.path, ...(place.twins ?? []).map(({ path }) => path)]);
  const count = problems.filter(({ file }) => files.has(file)).length;
  return count > 0 ? { ...place, problems: count } : place;
}
