import type { Day } from '#shared/post.ts';
import type { Ledger } from './ledger/Ledger.ts';
import { noteFiles, noteWants } from './ledger/noteFiles.ts';
import type { FileNote } from './ledger/notes.ts';
import type { Placing } from './place/placeAll.ts';
import type { AllSightings } from './place/sightAll.ts';
import type { SightedPosts } from './place/SightedPosts.ts';

/** What was found of all files of a Jekyll folder. */
export type AllFound = {
  readonly sightings: AllSightings;
  readonly placing: Placing;
  /** Static files by path. */
  readonly copied: ReadonlyMap<string, FileNote>;
};

/** Notes every file of a Jekyll folder in a new ledger. */
export function noteAll({ sightings: { shown, hidden }, placing, copied }: AllFound, ledger: Ledger): void {
  noteWants(
    [...placing.wants].map(([path, now]) => [path, [], now] as const),
    ledger,
  );
  const paths = Array.from({ length: shown.length }, (_post, index) => shown.pathAt(index));
  const days = daysOfGroups(placing);
  noteFiles({ paths, noteAt: (index) => noteOf(shown, index, { ...placing, days }) }, ledger);
  const others = new Map([...hidden.map(({ path, ...stamp }): [string, FileNote] => [path, stamp]), ...copied]);
  const otherNotes = [...others.values()];
  noteFiles({ paths: [...others.keys()], noteAt: (index) => otherNotes[index] as FileNote }, ledger); // One a path.
}

/** The days of posts that were placed together, by each of their files. */
function daysOfGroups({ placed }: Placing): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { path, day, twins = [] } of placed)
    for (const file of [path, ...twins.map((twin) => twin.path)]) days.set(file, day);
  return days;
}

type Placed = Pick<Placing, 'grouped' | 'wants'> & { readonly days: ReadonlyMap<string, Day> };

function noteOf(shown: SightedPosts, index: number, { grouped, wants, days }: Placed): FileNote {
  const { path, size, mtimeMs, hash, day: own } = shown.at(index);
  const [day, wanted] = [grouped.has(path) ? days.get(path) : own, wants.get(path)];
  return { size, mtimeMs, hash, ...(day !== undefined && { day }), ...(wanted && { wants: wanted }) };
}
