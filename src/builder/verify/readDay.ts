import type { DayIndex, SplitDay } from '#shared/archive.ts';
import { dayFile, dayPartFile } from '#shared/paths.ts';
import type { Address, Day } from '#shared/post.ts';
import { inData, type SiteCheck } from './SiteCheck.ts';

/** A day's index, out of its parts where it is split. */
export type WholeDay = {
  readonly chunks: readonly string[];
  /** Folded address → position in `chunks`. */
  readonly posts: ReadonlyMap<Address, number>;
  /** Folded old address → the address that answers for it. */
  readonly redirects: ReadonlyMap<Address, Address>;
};

const NOTHING: WholeDay = { chunks: [], posts: new Map(), redirects: new Map() };

/** Reads a day's index with its parts; what cannot be read is a problem and left out. */
export function readDay(check: SiteCheck, day: Day): WholeDay {
  const path = inData(dayFile(day));
  const index = check.look<DayIndex | SplitDay, WholeDay | 'split'>(path, (index) => {
    if (index.day !== day) check.fail(path, `says that it is ${index.day}`);
    return 'parts' in index ? 'split' : wholeOf(index);
  });
  return index === 'split' ? readParts(check, day) : (index ?? NOTHING);
}

/** Tells whether a day answers for a folded address. Asked in order of days, it reads each only once. */
export function dayKnows(check: SiteCheck): (day: Day, folded: Address) => boolean {
  let read: { readonly day: Day; readonly index: WholeDay } | null = null;
  return (day, folded) => {
    if (read?.day !== day) read = { day, index: readDay(check, day) };
    return read.index.posts.has(folded) || read.index.redirects.has(folded);
  };
}

function readParts(check: SiteCheck, day: Day): WholeDay {
  const folder = inData(dayFile(day)).replace(/\.json$/, '');
  const parts = Array.from('0123456789abcdef', (digit) => `${folder}/${digit}.json`).filter((path) =>
    check.site.has(path),
  );
  const whole = parts.flatMap(
    (path) => check.look<DayIndex, WholeDay>(path, (part) => partOf(check, path, part)) ?? [],
  );
  return {
    chunks: whole[0]?.chunks ?? [],
    posts: new Map(whole.flatMap(({ posts }) => [...posts])),
    redirects: new Map(whole.flatMap(({ redirects }) => [...redirects])),
  };
}

function partOf(check: SiteCheck, path: string, part: DayIndex): WholeDay {
  const whole = wholeOf(part);
  for (const folded of [...whole.posts.keys(), ...whole.redirects.keys()])
    if (inData(dayPartFile(part.day, folded)) !== path) check.fail(path, `holds ${folded}, which is another part's`);
  return whole;
}

function wholeOf({ chunks, posts, redirects }: DayIndex): WholeDay {
  return {
    chunks: chunks.map((hash) => hash),
    posts: new Map(Object.entries(posts)),
    redirects: new Map(Object.entries(redirects ?? {})),
  };
}
