import { foldAddress } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { cutChunks, packChunk, type PackedChunk } from '#builder/files/chunks.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { DataFile } from '#builder/files/dataFile.ts';
import { dayFiles } from '#builder/files/dayFiles.ts';
import type { DayNote, Place, PostNote } from '#builder/ledger/notes.ts';
import { Report } from '#builder/report.ts';
import { type ComposeRun, composePlace, placeOf } from './composePlace.ts';
import { type OldChunks, OldDay } from './OldDay.ts';

/** A day to be composed: its posts in order, and what an earlier publish noted of the day. */
export type DayJob = { readonly day: Day; readonly places: readonly Place[]; readonly before: DayNote | null };

/** What a day's posts became. */
export type ComposedDay = {
  readonly note: DayNote;
  /** The day's index. */
  readonly index: readonly DataFile[];
  /** The chunks that were not there. */
  readonly chunks: readonly PackedChunk[];
  /** The posts that were read, not taken from before, and what was found in them. */
  readonly read: readonly string[];
  readonly report: Report;
};

/** A day, or the questions whose answers it needs first. */
export type DayResult = { readonly composed: ComposedDay } | { readonly questions: readonly string[] };

/** What composing days needs. */
export type DayRun = ComposeRun & { readonly oldChunks: OldChunks };

/**
 * Composes the posts of a day and packs them into chunks. A post whose content, place and answers are as noted before
 * is not read: its article comes out of its old chunk, and a chunk of such posts alone stays as it is.
 */
export function composeDay({ day, places, before }: DayJob, run: DayRun): DayResult {
  const questions = new Set<string>();
  const ask = (question: string) => {
    const answer = run.ask(question);
    if (answer === null) questions.add(question);
    return answer;
  };
  const [report, old] = [new Report(), new OldDay(before, run.oldChunks)];
  const posts = places.flatMap((place) => composeOrKeep(place, old, { run: { ...run, ask }, report }) ?? []);
  if (questions.size > 0) return { questions: [...questions] };
  const jsonOf = ({ note, json }: DayPost) => json ?? old.articleOf(note.path) ?? composeAgain(note, run, report);
  const cut = cutChunks(posts.map((post) => ({ ...post, ...measured(post.note) })));
  const chunks = cut.map((inChunk) => {
    const isKept = inChunk.every(({ json }) => json === null);
    const hash = isKept ? old.chunkOf(inChunk.map(({ note }) => note.path)) : null;
    const packed = hash === null ? packChunk(day, inChunk.map(jsonOf)) : { hash };
    return { packed, hash: packed.hash, posts: inChunk.map(({ folded }) => folded) };
  });
  const notes = posts.map(({ note }) => note);
  return {
    composed: {
      note: { posts: notes, chunks: chunks.map(({ hash, posts: { length: count } }) => ({ hash, count })) },
      index: posts.length > 0 ? dayFiles(day, chunks, notes) : [],
      chunks: chunks.flatMap(({ packed }) => ('bytes' in packed ? packed : [])),
      read: posts.flatMap(({ note, json }) => (json === null ? [] : note.path)),
      report,
    },
  };
}

/** A post with its article's JSON, which is null when the article is that of before. */
type DayPost = { readonly note: PostNote; readonly json: string | null };

function composeOrKeep(place: Place, old: OldDay, { run, report }: { run: DayRun; report: Report }): DayPost | null {
  const note = old.post(place.path);
  if (
    note &&
    isAsBefore(place, note) &&
    (note.lookups ?? []).every(([question, answer]) => run.ask(question) === answer)
  )
    if (old.hasArticle(place.path)) return { note: movedTo(place, note), json: null };
  return composePlace(place, run, report);
}

/** A noted post at its place of now, which may lack what the old one had. */
function movedTo(place: Place, { redirects: _redirects, problems: _problems, ...note }: PostNote): PostNote {
  return { ...note, ...placeOf(place) };
}

function isAsBefore(place: Place, note: Place): boolean {
  const [twins, before] = [place.twins ?? [], note.twins ?? []];
  return (
    [place.path, place.hash, place.address].join('\0') === [note.path, note.hash, note.address].join('\0') &&
    twins.length === before.length &&
    twins.every((twin, index) => isAsBefore(twin, before[index] ?? note))
  );
}

function measured({ address, sizeBytes }: PostNote) {
  return { folded: foldAddress(address), sizeBytes };
}

/** For an article whose old chunk turned out damaged. */
function composeAgain(place: PostNote, run: DayRun, report: Report): string {
  const composed = composePlace(place, run, report);
  if (composed) return composed.json;
  throw new DamagedSiteError(`${place.path}: neither the post nor its chunk can be read`);
}
