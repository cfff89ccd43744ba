import type { Day } from '#shared/post.ts';
import { articleReader } from './articleReader.ts';
import { type KeptScreens, keptScreens } from './keptScreens.ts';
import { articleJob } from './pageJobs.ts';
import type { PagesRun } from './PagesRun.ts';
import type { PageState } from './pageState.ts';
import type { ArticlePlan } from './planArticles.ts';

/**
 * Writes the pages of articles, day by day, so that memory holds the articles of one chunk and the notes of a day.
 * Answers with the days on which another file is in the way of one.
 */
export async function writeArticles(
  { written }: ArticlePlan,
  after: PageState,
  run: PagesRun,
): Promise<readonly Day[]> {
  const { files, book, last, options, put, of, shelf } = run;
  const blocked: Day[] = [];
  const articleOf = articleReader(files);
  let done = 0;
  for (const { day, pages } of written) {
    const note = after.note(day);
    const kept = keptFor(day, run);
    for (const page of pages) {
      if (note) await put(page.post.address, () => articleJob(articleOf(note, page.index), page, of), { kept });
      options.onProgress?.({ phase: 'rendering', done: ++done });
    }
    kept?.save();
    if (pages.some(({ post }) => shelf.blocked.has(post.address))) blocked.push(day);
    if (last === null) book.ledger.saveDays(); // And forgets them.
  }
  return blocked;
}

/** Only a publish of everything is long enough to be taken up. */
function keptFor(day: Day, { book, last, options: { isDry = false } }: PagesRun): KeptScreens | undefined {
  return last === null && !isDry ? keptScreens(book.files, day) : undefined;
}
