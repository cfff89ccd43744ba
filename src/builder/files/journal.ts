import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Of } from './ContentSum.ts';
import { refuseBlocked } from './inTheWay.ts';
import { removeFile } from './removeFile.ts';
import { hashInName, makeFolder } from './Stage.ts';
import { seal, unseal } from './sealed.ts';
import { codeOf, guard, HALF_DONE, NOTES_FOLDER, STAGE_FOLDER, UNLISTED_FILE, UNTOUCHED } from './WriteError.ts';

/** What was put in place and removed. */
export type Told = {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Of the files named by their content, those that came since the last list: no host can have them. */
  readonly added?: readonly string[];
};

/** What is left to do once all files of a publish wait in the stage. */
export type Journal = {
  /** Files that stand where a folder must be, or in a folder where a file must be. */
  readonly clear: readonly string[];
  /** Path and name in the stage, in the order of moving. */
  readonly moves: readonly (readonly [path: string, name: string])[];
  /** Files whose time is over. */
  readonly remove: readonly string[];
  /** What somebody waits to be told of when all is done, where a list was asked for. */
  readonly list?: Told;
};

const JOURNAL_FILE = `${NOTES_FOLDER}/journal`;

/** Does what a journal says, or leaves it to the next run. Throws `WriteError`; then nothing is begun, or the journal is there. */
export function commit(out: string, journal: Journal): void {
  const paths = journal.moves.map(([path]) => path);
  refuseBlocked(out, paths, journal.clear);
  writeJournal(out, journal);
  carryOut(out, journal);
}

/** Writes the journal. From here on the publish will be finished, by this run or the next. Throws `WriteError`. */
export function writeJournal(out: string, journal: Journal): void {
  const path = join(out, JOURNAL_FILE);
  const waiting = join(out, STAGE_FOLDER, 'journal');
  guard(path, UNTOUCHED, () => {
    makeFolder(dirname(waiting));
    writeFileSync(waiting, seal(journal));
    renameSync(waiting, path);
  });
}

/** The journal of a publish that is being finished, or was when it was killed; null when there is none, or it is damaged. */
export function readJournal(out: string): Journal | null {
  const bytes = readOrNull(join(out, JOURNAL_FILE));
  return bytes && (unseal(bytes) as Journal | null); // Sealed by `writeJournal`.
}

/** Whether there is a journal, be it damaged. */
export function hasJournal(out: string): boolean {
  return existsSync(join(out, JOURNAL_FILE));
}

/** Takes away a journal that cannot be carried out. Throws `WriteError`. */
export function dropJournal(out: string): void {
  guard(join(out, JOURNAL_FILE), HALF_DONE, () => rmSync(join(out, JOURNAL_FILE), { force: true }));
}

/** Whether all files that a journal names are still there, waiting or in place, with the bytes they had. */
export function isWhole(out: string, { moves }: Journal): boolean {
  return moves.every(([path, name]) => {
    const bytes = readOrNull(join(out, STAGE_FOLDER, name)) ?? readOrNull(join(out, path));
    return bytes !== null && sha256Of(bytes) === hashInName(name);
  });
}

/**
 * Does what a journal says, from wherever an earlier try stopped, and takes it away, or aside as what is yet to be
 * listed. Throws `WriteError`.
 */
export function carryOut(out: string, { clear, moves, remove, list }: Journal): void {
  for (const path of clear) removeFile(out, path);
  const made = new Set<string>();
  for (const [path, name] of moves) moveFile(join(out, STAGE_FOLDER, name), join(out, path), made);
  for (const path of remove) removeFile(out, path);
  if (list)
    guard(join(out, UNLISTED_FILE), HALF_DONE, () => renameSync(join(out, JOURNAL_FILE), join(out, UNLISTED_FILE)));
  else dropJournal(out);
}

function moveFile(from: string, to: string, made: Set<string>): void {
  guard(to, HALF_DONE, () => {
    const folder = dirname(to);
    if (!made.has(folder)) makeFolder(folder);
    made.add(folder);
    try {
      renameSync(from, to);
    } catch (cause) {
      // Moved already, before the run was killed.
      if (codeOf(cause) !== 'ENOENT' || readOrNull(to) === null) throw cause;
    }
  });
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
