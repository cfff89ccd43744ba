import { foldAddress, isReserved } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { isFeedPlace, ROBOTS_FILE } from '#builder/feeds/feedPaths.ts';
import { readStamped } from '#builder/find/readStamped.ts';
import type { Stamp } from '#builder/ledger/notes.ts';
import type { Finding, Report } from '#builder/report.ts';

/** A file that was looked at, with what to note of it. The bytes are null when it stays behind. */
export type StaticFile = { readonly path: string; readonly bytes: Buffer | null; readonly stamp: Stamp };

/** Whether a post lies at a folded address, which files of the host are written, where else the settings want feeds, and where to report. */
export type StaticRun = {
  readonly isOwned: (folded: string) => boolean;
  readonly hostPaths: readonly string[];
  readonly feedPlaces: readonly Address[];
  readonly report: Report;
};

const SCRIPT_IN_SVG = /<\s*(?:script|foreignObject|iframe|embed|object)\b|\son\w+\s*=|javascript:|<!ENTITY/i;

/**
 * Files of a Jekyll folder that go along unchanged, read one by one. Pages, HTML, drawings with script and files at an
 * address of ours stay behind and are reported.
 */
export function* staticFiles(
  folder: string,
  paths: readonly string[],
  { isOwned, hostPaths, feedPlaces, report }: StaticRun,
): Generator<StaticFile> {
  for (const path of paths) {
    const file = readStamped(folder, path, report);
    if (file === null) continue;
    const folded = addressOfFile(path);
    const isOurs = path !== ROBOTS_FILE && (isReserved(folded) || isFeedPlace(path, feedPlaces));
    const isTaken = isOurs || isOwned(folded) || hostPaths.includes(path);
    const reason = isTaken ? left(path, TAKEN, 'Rename it if readers need it.') : reasonToLeave(path, file.bytes);
    if (reason) report.leftOut.push(reason);
    yield { path, bytes: reason ? null : file.bytes, stamp: file.stamp };
  }
}

/** The folded address at which a static file lies. */
export function addressOfFile(path: string): string {
  return foldAddress(`/${path.split('/').map(encodeURIComponent).join('/')}`);
}

const TAKEN = 'a file at an address of the reader';

function reasonToLeave(path: string, bytes: Buffer): Finding | null {
  if (/^(?:\uFEFF|\xef\xbb\xbf)?---[ \t]*\r?\n/.test(bytes.subarray(0, 64).toString('latin1')))
    return left(path, 'a page', 'Pages are not published; make it a post if readers need it.');
  if (/\.x?html?$/i.test(path))
    return left(path, 'HTML', 'HTML files are not published; make it a post if readers need it.');
  if (/\.svgz?$/i.test(path) && (path.endsWith('z') || SCRIPT_IN_SVG.test(bytes.toString('utf8'))))
    return left(path, 'a drawing that may run script', 'It was not copied; save it without script.');
  return null;
}

function left(file: string, found: string, remedy: string): Finding {
  return { file, found, remedy };
}
