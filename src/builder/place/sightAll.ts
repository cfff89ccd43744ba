import type { Crew } from '#builder/crew/Crew.ts';
import { mapAhead } from '#builder/crew/mapAhead.ts';
import { Report } from '#builder/report.ts';
import type { Sighting } from './sightPosts.ts';

// Enough files for a task that giving it out costs nothing beside it.
const FILES_AT_ONCE = 200;

/** A first look at all posts of an archive, by the whole crew. `tell` hears how many are done. */
export async function sightAll(paths: readonly string[], crew: Crew, tell: (done: number) => void): Promise<Sighting> {
  const all = { shown: [], hidden: [], screens: new Set<string>(), report: new Report() } as {
    [K in 'shown' | 'hidden']: Sighting[K][number][];
  } & { readonly screens: Set<string>; readonly report: Report };
  const tasks = Array.from({ length: Math.ceil(paths.length / FILES_AT_ONCE) }, (_task, index) =>
    paths.slice(index * FILES_AT_ONCE, (index + 1) * FILES_AT_ONCE),
  );
  let done = 0;
  for await (const { shown, hidden, screens, report } of mapAhead(tasks, crew.size * 2, crew.sight)) {
    all.shown.push(...shown);
    all.hidden.push(...hidden);
    for (const screen of screens) all.screens.add(screen);
    all.report.take(report);
    tell((done = Math.min(done + FILES_AT_ONCE, paths.length)));
  }
  return all;
}
