import type { Crew } from '#builder/crew/Crew.ts';
import { mapAhead } from '#builder/crew/mapAhead.ts';
import { Report } from '#builder/report.ts';
import { SightedPosts } from './SightedPosts.ts';
import type { Sighting } from './sightPosts.ts';

// Enough files for a task that giving it out costs nothing beside it.
const FILES_AT_ONCE = 200;

/** What a first look at all posts of an archive found. */
export type AllSightings = Omit<Sighting, 'shown'> & { readonly shown: SightedPosts };

/** A first look at all posts of an archive, by the whole crew. `tell` hears how many are done. */
export async function sightAll(
  paths: readonly string[],
  crew: Crew,
  tell: (done: number) => void,
): Promise<AllSightings> {
  const shown = new SightedPosts(paths.length);
  const [hidden, screens, report] = [[] as Sighting['hidden'][number][], new Set<string>(), new Report()];
  let done = 0;
  const looks = mapAhead(tasksOf(paths), crew.size * 2, async (task) => ({ task, found: await crew.sight(task) }));
  for await (const { task, found } of looks) {
    // What was seen stands in the order of what was asked.
    let at = 0;
    for (const post of found.shown) {
      while (at < task.length && task[at] !== post.path) at++;
      shown.add(post, task[at] ?? post.path);
    }
    hidden.push(...found.hidden);
    for (const screen of found.screens) screens.add(screen);
    report.take(found.report);
    tell((done += task.length));
  }
  return { shown, hidden, screens, report };
}

function* tasksOf(paths: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < paths.length; at += FILES_AT_ONCE) yield paths.slice(at, at + FILES_AT_ONCE);
}
