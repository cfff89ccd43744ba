import { foldAddress, isReserved } from '#shared/paths.ts';
import { readOrReport } from '#builder/find/readOrReport.ts';
import type { Finding, Report } from '#builder/report.ts';

/** A file to copy as it is. */
export type StaticFile = { readonly path: string; readonly bytes: Buffer };

const SCRIPT_IN_SVG = /<\s*(?:script|foreignObject|iframe|embed|object)\b|\son\w+\s*=|javascript:|<!ENTITY/i;

/**
 * The files of a Jekyll folder that go along unchanged, read one by one. Pages, HTML, drawings with script and files at
 * an address of ours stay behind and are reported.
 */
export function* staticFiles(
  folder: string,
  paths: readonly string[],
  owned: ReadonlySet<string>,
  report: Report,
): Generator<StaticFile> {
  for (const path of paths) {
    const address = `/${path.split('/').map(encodeURIComponent).join('/')}`;
    const folded = foldAddress(address);
    if (isReserved(folded) || owned.has(folded)) {
      report.leftOut.push(left(path, 'a file at an address of the reader', 'Rename it if readers need it.'));
      continue;
    }
    const bytes = readOrReport(folder, path, report);
    if (bytes === null) continue;
    const reason = reasonToLeave(path, bytes);
    if (reason) report.leftOut.push(reason);
    else yield { path, bytes };
  }
}

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
