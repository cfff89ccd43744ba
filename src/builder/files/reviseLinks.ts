import { FORMAT, type Links } from '#shared/archive.ts';
import { linksFile, linksPartFile, linksParts } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { compareText } from '#builder/report.ts';
import { type DataFiles, groupBy, jsonFile, readJson } from './dataFile.ts';

/** How many links one file holds; one of more is split. */
export const MAX_LINKS = 200;

/** Folded addresses with the day they lie under, or null for those that are no more. */
type Changes = ReadonlyMap<string, Day | null>;
type Days = ReadonlyMap<string, Day>;

/**
 * Brings the files that tell the day of addresses which do not show it up to date. A file of more than 200 is split in
 * parts by the next two digits, and united again when so many are no longer left.
 */
export function reviseLinks(changes: Changes, files: DataFiles): void {
  for (const [path, group] of groupBy(changes, ([folded]) => linksFile(folded))) {
    const links = readJson<Links>(files, path);
    if (links && 'split' in links) reviseSplit(path, new Map(group), files);
    else putLinks(path, withChanges(new Map(Object.entries(links?.days ?? {})), new Map(group)), files);
  }
}

function reviseSplit(path: string, changes: Changes, files: DataFiles): void {
  for (const [part, inPart] of groupBy(changes, ([folded]) => linksPartFile(folded)))
    putPart(part, withChanges(daysIn(part, files), new Map(inPart)), files);
  // Only what was taken away can have left too few.
  const left = [...changes.values()].includes(null) ? allWithin(linksParts(path), files) : null;
  if (left === null) return;
  for (const part of linksParts(path)) files.remove(part);
  putPart(path, left, files);
}

/** What parts hold together, or null when it is more than one file holds. */
function allWithin(parts: readonly string[], files: DataFiles): Days | null {
  const days = new Map<string, Day>();
  for (const part of parts) {
    for (const [folded, day] of daysIn(part, files)) days.set(folded, day);
    if (days.size > MAX_LINKS) return null;
  }
  return days;
}

function putLinks(path: string, days: Days, files: DataFiles): void {
  if (days.size <= MAX_LINKS) return putPart(path, days, files);
  for (const [part, inPart] of groupBy(days, ([folded]) => linksPartFile(folded)))
    putPart(part, new Map(inPart), files);
  files.put(jsonFile(path, { format: FORMAT, split: true } satisfies Links));
}

function putPart(path: string, days: Days, files: DataFiles): void {
  const sorted = [...days].toSorted(([a], [b]) => compareText(a, b));
  if (sorted.length === 0) files.remove(path);
  else files.put(jsonFile(path, { format: FORMAT, days: Object.fromEntries(sorted) } satisfies Links));
}

function daysIn(path: string, files: DataFiles): Days {
  const links = readJson<Links>(files, path);
  return new Map(Object.entries(links && 'days' in links ? links.days : {}));
}

function withChanges(days: Days, changes: Changes): Days {
  const changed = new Map(days);
  for (const [folded, day] of changes) {
    if (day === null) changed.delete(folded);
    else changed.set(folded, day);
  }
  return changed;
}
