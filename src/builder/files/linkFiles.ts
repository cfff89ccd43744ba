import { FORMAT, type Links } from '#shared/archive.ts';
import { linksFile, linksPartFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { compareText } from '#builder/report.ts';
import { type DataFile, groupBy, jsonFile } from './dataFile.ts';

const MAX_UNSPLIT = 200;

/** The files that tell the day of folded addresses which do not show it. */
export function* linkFiles(days: ReadonlyMap<string, Day>): Generator<DataFile> {
  const links = [...days].toSorted(([a], [b]) => compareText(a, b));
  for (const [file, group] of groupBy(links, ([folded]) => linksFile(folded))) {
    if (group.length <= MAX_UNSPLIT) yield linkFile(file, group);
    else {
      for (const [part, inPart] of groupBy(group, ([folded]) => linksPartFile(folded))) yield linkFile(part, inPart);
      yield jsonFile(file, { format: FORMAT, split: true } satisfies Links);
    }
  }
}

function linkFile(path: string, links: readonly [string, Day][]): DataFile {
  return jsonFile(path, { format: FORMAT, days: Object.fromEntries(links) } satisfies Links);
}
