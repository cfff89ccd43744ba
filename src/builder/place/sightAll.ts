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
  const shown = new SightedPosts(paths);
  const [hidden, screens, report] = [[] as Sighting['hidden'][number][], new Set<string>(), new Report()];
  // What was seen stands in the order of what was asked.
  let file = 0;
  for await (const { found, end } of mapAhead(tasksOf(paths), crew.ahead, sightBy(crew))) {
    for (const post of found.shown) {
      while (file < end && paths[file] !== post.path) file++;
      shown.add(post, file);
    }
    hidden.push(...found.hidden);
    for (const screen of found.screens) screens.add(screen);
    report.take(found.report);
    tell(end);
  }
  return { shown, hidden, screens, report };
}

type Task = { readonly paths: readonly string[]; readonly end: number };

function* tasksOf(paths: readonly string[]): Generator<Task> {
  for (let start = 0; start < paths.length; start += FILES_AT_ONCE) {
    const end = Math.min(start + FILES_AT_ONCE, paths.length);
    yield { paths: paths.slice(start, end), end };
  }
}

function sightBy(crew: Crew) {
  return async ({ paths, end }: Task) => ({ found: await crew.sight(paths), end });
}
