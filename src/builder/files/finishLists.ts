import type { StreamHead } from '#shared/archive.ts';
import { headFile } from '#shared/paths.ts';
import { type Day, dayOf, type Mention } from '#shared/post.ts';
import { readJson } from './dataFile.ts';
import { directoryFiles, sectionsOf } from './directories.ts';
import { frontFile, mostMentioned } from './front.ts';
import type { ListRun } from './ListChanges.ts';
import { reviseStream } from './reviseStream.ts';

/**
 * Puts what is made of the lists as a whole, once they are all revised: directories and front page.
 * `mentionsOn` tells what each post of a day mentions.
 */
export function finishLists(
  { files, names, site }: Omit<ListRun, 'touched'>,
  mentionsOn: (day: Day) => readonly (readonly Mention[])[],
): void {
  const path = headFile('all', '');
  // An archive without posts has a stream without headlines.
  if (files.read(path) === null) reviseStream({ kind: 'all', slug: '', name: site.title }, new Map(), files);
  for (const file of directoryFiles(names)) files.put(file);
  const newest = readJson<StreamHead>(files, path)?.newest[0];
  const day = newest && dayOf(newest);
  const mentions = day === undefined ? [] : mostMentioned(mentionsOn(day).map((each) => ({ mentions: each })));
  files.put(frontFile(sectionsOf(names), files, { ...(day !== undefined && { day }), mentions }));
}
