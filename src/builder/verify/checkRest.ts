import type { Manifest } from '#shared/archive.ts';
import { MANIFEST_FILE } from '#shared/paths.ts';
import { ContentSum } from '#builder/files/ContentSum.ts';
import { isNamedByHash } from '#builder/files/moveOrder.ts';
import { inData, type SiteCheck } from './SiteCheck.ts';

/**
 * Checks, where there are notes, what no list tells: that nothing is published which nothing names, that files outside
 * `data/` are there, and that all together have the hash which the manifest names. Comes last.
 */
export function checkRest(check: SiteCheck, manifest: Manifest): void {
  const { site } = check;
  if (site.damagedNotes !== null) check.fail(site.damagedNotes, 'is damaged');
  if (site.notes === null) return;
  for (const path of site.notes.beside) check.bytes(path);
  for (const [path] of site.notes.retired)
    if (check.hasSeen(path)) check.fail(path, 'is still named, and noted as no part of the site');
  // A damaged file may be the one that names others, and has changed the hash.
  if (check.problemCount > 0) return;
  const retired = new Set(site.notes.retired.map(([path]) => path));
  for (const path of site.dataFiles())
    if (!check.hasSeen(path) && !retired.has(path) && !(site.hasBegun && isNamedByHash(path)))
      check.fail(path, 'is named by no other file');
  const found = check.sum.name();
  if (found !== manifest.generation)
    check.fail(inData(MANIFEST_FILE), `names the generation ${manifest.generation}, its files are ${found}`);
  else if (new ContentSum(site.notes.sum).name() !== found)
    check.fail(site.notesFile, 'is not of the generation that lies here');
}
