import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteWriter } from '#builder/files/SiteWriter.ts';
import { placeNow } from '#builder/files/Stage.ts';
import { codeOf, NOTES_FOLDER } from '#builder/files/WriteError.ts';
import type { LedgerFiles } from './Ledger.ts';

/** The present ledger's files: what changes becomes true together with the site. */
export function presentLedger(out: string, writer: SiteWriter, ledger: string): LedgerFiles {
  return {
    read: (path) => writer.notes.read(`${ledger}/${path}`),
    put: (path, bytes) => writer.notes.keep(`${ledger}/${path}`, bytes),
    remove: (path) => writer.notes.drop(`${ledger}/${path}`),
    list: (folder) => namesIn(join(out, NOTES_FOLDER, ledger, folder)),
  };
}

/** The files of a ledger that is being made: written at once, since it is not the present one until the site is. */
export function nextLedgerFiles(out: string, ledger: string): LedgerFiles {
  const folder = `${NOTES_FOLDER}/${ledger}`;
  return {
    read: (path) => readOrNull(join(out, folder, path)),
    put: (path, bytes) => placeNow(out, `${folder}/${path}`, bytes),
    remove: (path) => rmSync(join(out, folder, path), { force: true }),
    list: (below) => namesIn(join(out, folder, below)),
  };
}

/** A ledger that is forgotten with the run. */
export function passingLedger(): LedgerFiles {
  const files = new Map<string, Buffer>();
  return {
    read: (path) => files.get(path) ?? null,
    put: (path, bytes) => void files.set(path, bytes),
    remove: (path) => void files.delete(path),
    list: (folder) => {
      const below = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
      return below.map((path) => path.slice(folder.length + 1));
    },
  };
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return [];
    throw cause;
  }
}
