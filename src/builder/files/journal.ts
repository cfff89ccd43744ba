import { lstatSync, readFileSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Of } from './ContentSum.ts';
import { makeFolder } from './Stage.ts';
import { codeOf, guard, HALF_DONE, NOTES_FOLDER, STAGE_FOLDER, UNTOUCHED } from './WriteError.ts';

/** What is left to do once all files of a publish wait in the stage. */
export type Journal = {
  /** Files that stand where a folder must be, or in a folder where a file must be. */
  readonly clear: readonly string[];
  /** Path and name in the stage, in the order of moving. */
  readonly moves: readonly (readonly [path: string, name: string])[];
  /** Files whose time is over. */
  readonly remove: readonly string[];
};

const JOURNAL_FILE = `${NOTES_FOLDER}/journal`;
const HASH_LENGTH = 64;

/** Writes the journal. From here on the publish will be finished, by this run or the next. Throws `WriteError`. */
export function writeJournal(out: string, journal: Journal): void {
  const path = join(out, JOURNAL_FILE);
  guard(path, UNTOUCHED, () => {
    const json = Buffer.from(JSON.stringify(journal));
    makeFolder(dirname(path));
    writeFileSync(`${path}.tmp`, `${sha256Of(json)}${json.toString('utf8')}`);
    renameSync(`${path}.tmp`, path);
  });
}

/** The journal that a killed run left, or null: none, or one that was not written to its end. */
export function readJournal(out: string): Journal | null {
  try {
    const text = readFileSync(join(out, JOURNAL_FILE), 'utf8');
    const json = text.slice(HASH_LENGTH);
    return sha256Of(Buffer.from(json)) === text.slice(0, HASH_LENGTH) ? (JSON.parse(json) as Journal) : null;
  } catch {
    return null;
  }
}

/** Does what a journal says, from wherever an earlier try stopped, and takes it away. Throws `WriteError`. */
export function carryOut(out: string, { clear, moves, remove }: Journal): void {
  for (const path of clear) removeFile(out, path);
  const made = new Set<string>();
  for (const [path, name] of moves) moveFile(join(out, STAGE_FOLDER, name), join(out, path), made);
  for (const path of remove) removeFile(out, path);
  guard(out, HALF_DONE, () => {
    rmSync(join(out, JOURNAL_FILE), { force: true });
    rmSync(join(out, STAGE_FOLDER), { recursive: true, force: true });
  });
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
      if (codeOf(cause) !== 'ENOENT' || !lstatSync(to, { throwIfNoEntry: false })?.isFile()) throw cause;
    }
  });
}

/** Removes a file and the folders that it leaves empty. What is gone, or has become a folder, is left alone. */
function removeFile(out: string, path: string): void {
  guard(join(out, path), HALF_DONE, () => {
    try {
      unlinkSync(join(out, path));
    } catch (cause) {
      if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'EPERM'].includes(codeOf(cause) ?? '')) throw cause;
    }
  });
  for (const folder of foldersOf(path)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      return; // Not empty: something else lives here.
    }
  }
}

/** The folders a path lies in, the innermost first. */
export function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_name, index) => names.slice(0, names.length - index).join('/'));
}
