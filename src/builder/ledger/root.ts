import type { Address, Day } from '#shared/post.ts';
import type { GitState } from '#builder/find/git.ts';
import type { Due } from '#builder/report.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';

/** What the next publish reads first. */
export type Root = {
  readonly format: 1;
  /** The folder of the ledger, below `.broadsheet/`. */
  readonly ledger: string;
  /** The commit that was published, and the files that differed from it, where the Jekyll folder is under git. */
  readonly git?: GitState;
  /** Posts whose time had not come. */
  readonly due: readonly Due[];
  /** What could not be read: the next publish looks at it, whatever has changed. */
  readonly unread?: readonly string[];
  /** Folded addresses of screens that posts have instead. */
  readonly taken: readonly string[];
  /** Which pages were written; absent where none are. */
  readonly pages?: NotedPages;
};

/** The oldest day whose articles have pages, and how many of its newest. */
export type Border = { readonly day: Day; readonly count: number };

/** How far pages of articles go, and which are left out because another file is in their way. */
export type NotedPages = { readonly border: Border | null; readonly blocked: Blocked };

/** Days on which articles' pages are left out, and the addresses of screens whose are. */
export type Blocked = { readonly days: readonly Day[]; readonly screens: readonly Address[] };

/** What the folders of ledgers are called. */
export const LEDGER_NAME = /^[0-9a-f]{12}-[ab]$/;

/** Where the root lies, below `.broadsheet/`. */
export const ROOT_FILE = 'root.json';

/** The root out of its file; null without one. Throws `DamagedSiteError`. */
export function readRoot(bytes: Buffer | null): Root | null {
  if (bytes === null) return null;
  try {
    const root = JSON.parse(bytes.toString('utf8')) as Root; // Our own notes, whose fields are looked at next.
    if (root.format === 1 && LEDGER_NAME.test(root.ledger) && Array.isArray(root.due)) return root;
  } catch (cause) {
    throw new DamagedSiteError(`the notes of the last publish are no JSON (${ROOT_FILE})`, { cause });
  }
  throw new DamagedSiteError(`the notes of the last publish are of another form (${ROOT_FILE})`);
}

/** Whether a ledger is on this basis. */
export function isOnBasis({ ledger }: Root, basis: string): boolean {
  return ledger.startsWith(`${basis}-`);
}

/** The folder for a ledger on this basis which is not the present one. The same each time, so that a killed run is taken up. */
export function nextLedger(basis: string, present: string | null): string {
  const first = `${basis}-a`;
  return present === first ? `${basis}-b` : first;
}
