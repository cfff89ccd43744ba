import type { Links, NamedKind } from '#shared/archive.ts';
import { dayInAddress, foldAddress, linksFile, linksPartFile, slugOf, streamInAddress } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { Ledger } from '#builder/ledger/Ledger.ts';
import type { Place, PostNote } from '#builder/ledger/notes.ts';
import { twinKey } from '#builder/post/readPost.ts';
import type { Site } from '#builder/site.ts';
import type { Claims } from './placeGroup.ts';

/** Where the claims of the last publish are looked up. */
export type ClaimSources = {
  readonly ledger: Ledger;
  readonly site: Site;
  /** Reads a data file of the last publish. */
  readonly read: (path: string) => Buffer | null;
  /** How many headlines a stream has. */
  readonly countOf: (kind: NamedKind, slug: string) => number;
};

/** The claims that the last publish left: an address is looked up in the day it shows, and in the links. */
export function ledgerClaims(
  sources: ClaimSources,
): Claims & { readonly ownerOf: (folded: string) => PostNote | null } {
  const { ledger, site } = sources;
  const owners = new Map<Day, ReadonlyMap<string, PostNote>>();
  const ownersOn = (day: Day) => {
    let ofDay = owners.get(day);
    if (!ofDay) owners.set(day, (ofDay = ownersAmong(ledger.day(day)?.posts ?? [])));
    return ofDay;
  };
  const ownerOf = (folded: string) => {
    const days = [dayInAddress(folded), dayInLinks(folded, sources.read)];
    for (const day of days) if (day !== null) for (const owner of [ownersOn(day).get(folded)]) if (owner) return owner;
    return null;
  };
  const claimants = (folded: string) => [...pathsOf(ownerOf(folded)), ...ledger.wanting(folded)];
  return {
    ownerOf,
    claimants,
    mates: (path) => {
      const key = twinKey(path, site);
      const twins = key === null ? [] : ledger.neighbours(path).filter((other) => twinKey(other, site) === key);
      const had = [...shownNotes([path], ledger)].flatMap((note) => addressesOf(note));
      const wanted = ledger.file(path)?.wants ?? [];
      return [...twins, ...[...had, ...wanted].flatMap(claimants)];
    },
    isShown: (folded, files) => isShown(folded, files, sources),
  };
}

/** The files of a post that is shown: its own and its twins'. */
export function pathsOf(note: PostNote | null): readonly string[] {
  return note === null ? [] : [note.path, ...(note.twins ?? []).map(({ path }) => path)];
}

function ownersAmong(notes: readonly PostNote[]): ReadonlyMap<string, PostNote> {
  return new Map(notes.flatMap((note) => addressesOf(note).map((folded): [string, PostNote] => [folded, note])));
}

/** The folded addresses that lead to a noted post. */
export function addressesOf({ address, redirects = [] }: Place): readonly string[] {
  return [foldAddress(address), ...redirects];
}

/** The day that the links name for a folded address, or null. Throws `DamagedSiteError` for links that are none. */
function dayInLinks(folded: string, read: ClaimSources['read']): Day | null {
  const links = readLinks(linksFile(folded), read);
  const holding = links && 'split' in links ? readLinks(linksPartFile(folded), read) : links;
  return holding && 'days' in holding && Object.hasOwn(holding.days, folded) ? (holding.days[folded] ?? null) : null;
}

function readLinks(path: string, read: ClaimSources['read']): Links | null {
  const bytes = read(path);
  try {
    return bytes && (JSON.parse(bytes.toString('utf8')) as Links); // Our own file; another form has no days.
  } catch (cause) {
    throw new DamagedSiteError(`data/${path} is no JSON`, { cause });
  }
}

/** Whether a stream has posts besides those of some files. */
function isShown(folded: string, files: ReadonlySet<string>, { ledger, countOf }: ClaimSources): boolean {
  const stream = streamInAddress(`${folded}/`);
  if (!stream || stream.kind === 'source') return false; // Sources are known only when texts are read.
  const own = [...shownNotes(files, ledger)].filter((note) => namesOf(note, stream.kind).has(stream.slug));
  return countOf(stream.kind, stream.slug) > own.length;
}

/** The noted posts that some of these files are shown as. */
export function* shownNotes(files: Iterable<string>, ledger: Ledger): Generator<PostNote> {
  const days = new Map<Day, Set<string>>();
  for (const path of files) {
    const day = ledger.file(path)?.day;
    if (day !== undefined) days.set(day, (days.get(day) ?? new Set()).add(path));
  }
  for (const [day, paths] of days)
    for (const note of ledger.day(day)?.posts ?? []) if (paths.has(note.path)) yield note;
}

/** The slugs of the streams of a kind that a noted post stands in. */
export function namesOf({ headline }: PostNote, kind: NamedKind): ReadonlySet<string> {
  const { categories = [], tags = [], source } = headline;
  const names = { category: categories, tag: tags, source: source === undefined ? [] : [source] }[kind];
  return new Set(names.map(slugOf));
}
