import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteWriter } from '#builder/files/SiteWriter.ts';
import { StreamNames } from '#builder/files/StreamNames.ts';
import { NOTES_FOLDER } from '#builder/files/WriteError.ts';
import { Ledger, type LedgerFiles } from './Ledger.ts';
import { nextLedgerFiles, passingLedger, presentLedger } from './ledgerFiles.ts';
import { LEDGER_NAME, nextLedger, readRoot, type Root, ROOT_FILE } from './root.ts';

/** All notes of one publish. */
export type Book = {
  readonly id: string;
  readonly ledger: Ledger;
  readonly names: StreamNames;
  readonly files: LedgerFiles;
};

/** A site folder's books: where they lie, and how files are keyed. */
export type Shelf = {
  readonly out: string;
  readonly writer: SiteWriter;
  readonly keyOf: (path: string) => string;
  readonly isDry: boolean;
};

const NAMES_FILE = 'streams';

/** Where a publish of everything keeps the screens it has rendered, in its book. */
export const KEPT_SCREENS = 'pages';

/** What the last publish left to be read first; null without notes. Throws `DamagedSiteError` for damaged ones. */
export function presentRoot({ writer }: Shelf): Root | null {
  return readRoot(writer.notes.read(ROOT_FILE));
}

/** What the last publish noted of files and days, without looking whether it is whole. */
export function presentNotes({ ledger }: Root, { out, writer, keyOf }: Shelf): Ledger {
  return new Ledger(presentLedger(out, writer, ledger), keyOf);
}

/** What the last publish noted, by its root. Throws `DamagedSiteError` for damaged notes. */
export function presentBook({ ledger: id }: Root, { out, writer, keyOf }: Shelf): Book {
  const files = presentLedger(out, writer, id);
  const names = new StreamNames(files.read(NAMES_FILE));
  return { id, ledger: new Ledger(files, keyOf), names, files };
}

/**
 * A new book on a basis. Days that a killed run noted on the same basis are in it; they hold what they were made of, so
 * that each can be tested before it is used. All else is empty. `present` is the ledger that counts until the site is done,
 * which is left alone, be it damaged.
 */
export function nextBook(basis: string, present: string | null, { out, keyOf, isDry }: Shelf): Book {
  const id = nextLedger(basis, present);
  const files = isDry ? passingLedger() : nextLedgerFiles(out, id);
  for (const name of files.list('names')) files.remove(`names/${name}`);
  return { id, ledger: new Ledger(files, keyOf), names: new StreamNames(), files };
}

/** Writes what is still unwritten of a book, and makes it the one that the next publish reads. */
export function keepBook(
  { id, ledger, names, files }: Book,
  root: Omit<Root, 'ledger' | 'format'>,
  writer: SiteWriter,
): void {
  ledger.save();
  files.put(NAMES_FILE, names.toBytes());
  writer.notes.keep(ROOT_FILE, Buffer.from(JSON.stringify({ format: 1, ledger: id, ...root } satisfies Root)));
}

/**
 * Removes all books but the one that is read next, and of that what only a killed run would need. What the disk does not
 * let go now, the next publish removes.
 */
export function dropOtherBooks(out: string, { id }: Book): void {
  try {
    rmSync(join(out, NOTES_FOLDER, id, KEPT_SCREENS), { recursive: true, force: true });
    for (const name of readdirSync(join(out, NOTES_FOLDER)))
      if (LEDGER_NAME.test(name) && name !== id)
        rmSync(join(out, NOTES_FOLDER, name), { recursive: true, force: true });
  } catch {
    // The site is as it should be, and nobody reads them.
  }
}
