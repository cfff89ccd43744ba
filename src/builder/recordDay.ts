import { chunkFile, foldAddress } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { ComposedDay } from './day/composeDay.ts';
import type { DayChange, DayRow } from './files/dayChange.ts';
import type { DataFiles } from './files/dataFile.ts';
import { dayFiles } from './files/dayFiles.ts';
import { hidesDay } from './files/placePosts.ts';
import type { Ledger } from './ledger/Ledger.ts';
import type { DayNote, PostNote } from './ledger/notes.ts';
import { addressesOf } from './place/ledgerClaims.ts';

/** Where a day's files and notes go. `before` is what the site shows of the day until now. */
export type RecordRun = { readonly files: DataFiles; readonly ledger: Ledger; readonly before: DayNote | null };

/** Puts the files of a composed day, takes away those it no longer has, and notes it. Answers with what lists must know. */
export function recordDay(day: Day, { note, index, chunks }: ComposedDay, run: RecordRun): DayChange {
  const { files, ledger, before } = run;
  for (const { hash, bytes } of chunks) files.put({ path: chunkFile(hash), bytes });
  for (const file of index) files.put(file);
  const kept = new Set([...index.map(({ path }) => path), ...note.chunks.map(({ hash }) => chunkFile(hash))]);
  for (const path of filesOfDay(day, before)) if (!kept.has(path)) files.remove(path);
  ledger.setDay(day, note.posts.length > 0 ? note : null);
  noteUsers(before?.posts ?? [], note.posts, ledger);
  const problems = note.posts.reduce((sum, post) => sum + (post.problems ?? 0) + (post.found?.length ?? 0), 0);
  return { day, before: rowsOf(before), after: rowsOf(note), problems };
}

/** The addresses of a day's posts that do not show their day. */
export function hiddenAddresses(note: DayNote | null): readonly string[] {
  return (note?.posts ?? []).flatMap((post) => addressesOf(post).filter((folded) => hidesDay(folded, post)));
}

function filesOfDay(day: Day, note: DayNote | null): readonly string[] {
  if (note === null) return [];
  const listed = note.chunks.map(({ hash, count }, index) => {
    const first = note.chunks.slice(0, index).reduce((sum, chunk) => sum + chunk.count, 0);
    return { hash, posts: note.posts.slice(first, first + count).map(({ address }) => foldAddress(address)) };
  });
  return [...dayFiles(day, listed, note.posts), ...listed.map(({ hash }) => ({ path: chunkFile(hash) }))].map(
    ({ path }) => path,
  );
}

/** A day's posts as lists show them, newest first. */
function rowsOf(note: DayNote | null): readonly DayRow[] {
  return (note?.posts ?? []).toReversed().map(({ date, address, headline, versions, mentions }) => {
    const json = JSON.stringify(headline);
    return { date, address, json, headline, ...(versions && { versions }), ...(mentions && { mentions }) };
  });
}

/** Notes who asked for what, so that they are composed again when the answer changes. */
function noteUsers(before: readonly PostNote[], after: readonly PostNote[], ledger: Ledger): void {
  for (const { path, lookups = [] } of before)
    for (const [question] of lookups)
      ledger.setUsers(
        question,
        ledger.usersOf(question).filter((user) => user !== path),
      );
  for (const { path, lookups = [] } of after)
    for (const [question] of lookups)
      ledger.setUsers(question, [...new Set([...ledger.usersOf(question), path])].toSorted());
}
