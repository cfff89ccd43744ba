import type {
  CalendarYear,
  DayIndex,
  Directory,
  Front,
  Manifest,
  NamedKind,
  SplitDay,
  StreamHead,
} from '#shared/archive.ts';
import {
  calendarFile,
  dayFile,
  directoryFile,
  FRONT_FILE,
  headFile,
  MANIFEST_FILE,
  streamFolder,
} from '#shared/paths.ts';
import { type Day, dayOf } from '#shared/post.ts';
import type { SiteCheck } from './SiteCheck.ts';

const KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];

/** Checks that front page, directories and calendars say what manifest, heads and days say. */
export function checkLists(check: SiteCheck, manifest: Manifest): void {
  checkFront(check, manifest);
  for (const kind of KINDS) checkDirectory(check, kind);
  const counted = check.list('days').reduce((sum, year) => sum + checkYear(check, year), 0);
  if (counted !== manifest.count) check.fail(MANIFEST_FILE, `counts ${manifest.count} posts, the calendars ${counted}`);
}

function checkFront(check: SiteCheck, { sections }: Manifest): void {
  check.look<Front, void>(FRONT_FILE, (front) => {
    for (const headline of front.sections.flatMap(({ newest }) => newest)) check.opens(FRONT_FILE, headline);
    const told = front.sections.map(({ slug, name, count }) => ({ slug, name, count }));
    if (JSON.stringify(told) !== JSON.stringify(sections.map(({ slug, name, count }) => ({ slug, name, count }))))
      check.fail(FRONT_FILE, 'names other sections than the manifest');
  });
}

function checkDirectory(check: SiteCheck, kind: NamedKind): void {
  const file = directoryFile(kind);
  check.look<Directory, void>(file, ({ streams }) => {
    for (const { slug, count, day } of streams)
      check.look<StreamHead, void>(headFile(kind, slug), (head) => {
        const newest = head.newest[0];
        if (head.count !== count || !newest || dayOf(newest) !== day)
          check.fail(file, `says ${slug} has ${count} headlines, the newest of ${day}, and its head does not`);
      });
    const listed = new Set(streams.map(({ slug }) => streamFolder(kind, slug)));
    for (const key of check.list(`streams/${kind}`))
      if (!listed.has(`streams/${kind}/${key}`)) check.fail(file, `does not list streams/${kind}/${key}`);
  });
}

/** Answers with how many posts a year's calendar counts. */
function checkYear(check: SiteCheck, year: string): number {
  const file = calendarFile(year);
  const counted = check.look<CalendarYear, number>(file, ({ counts }) => {
    for (const [index, count] of counts.entries()) {
      const day = new Date(Date.UTC(Number(year), 0, 1 + index)).toISOString().slice(0, 10);
      const held = count > 0 ? postsOf(check, day) : 0;
      if (held !== count) check.fail(file, `counts ${count} posts on ${day}, the day has ${held}`);
    }
    return counts.reduce((sum, count) => sum + count, 0);
  });
  return counted ?? 0;
}

function postsOf(check: SiteCheck, day: Day): number {
  const file = dayFile(day);
  const count = check.look<DayIndex | SplitDay, number>(file, (index) => {
    if (!('parts' in index)) return Object.keys(index.posts).length;
    const folder = file.replace(/\.json$/, '');
    const parts = check.list(folder).map((part) => `${folder}/${part}`);
    return parts.reduce(
      (sum, part) => sum + (check.look<DayIndex, number>(part, ({ posts }) => Object.keys(posts).length) ?? 0),
      0,
    );
  });
  return count ?? 0;
}
