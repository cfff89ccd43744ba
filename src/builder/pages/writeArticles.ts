import type { Day } from '#shared/post.ts';
import { articleReader } from './articleReader.ts';
import { type KeptScreens, keptScreens } from './keptScreens.ts';
import { articleJob } from './pageJobs.ts';
import type { PagesRun, WantedPage } from './PagesRun.ts';
import type { PageState } from './pageState.ts';
import type { ArticlePlan } from './planArticles.ts';

/**
 * Writes the pages of articles, day by day, so that memory holds the articles of some chunks and the notes of some days.
 * Answers with the days on which another file is in the way of one.
 */
export async function writeArticles(
  { written }: ArticlePlan,
  after: PageState,
  run: PagesRun,
): Promise<readonly Day[]> {
  const { options, putAll, shelf, last, book } = run;
  const blocked: Day[] = [];
  let done = 0;
  const tell = () => options.onProgress?.({ phase: 'rendering', done: ++done });
  const endDay = ({ day, pages }: DayPlan) => {
    if (pages.some(({ post }) => shelf.blocked.has(post.address))) blocked.push(day);
    if (last === null) book.ledger.saveDays(); // And forgets them.
  };
  await putAll(wantedPages(written, after, { ...run, tell, endDay }));
  return blocked;
}

type DayPlan = ArticlePlan['written'] extends Iterable<infer Plan> ? Plan : never;

type Writing = PagesRun & { readonly tell: () => void; readonly endDay: (plan: DayPlan) => void };

function* wantedPages(written: Iterable<DayPlan>, after: PageState, run: Writing): Generator<WantedPage> {
  const articleOf = articleReader(run.files);
  for (const plan of written) {
    const note = after.note(plan.day);
    const kept = keptFor(plan.day, run);
    if (!note) continue;
    for (const page of plan.pages) {
      const whenPut = () => {
        run.tell();
        if (page !== plan.pages.at(-1)) return;
        kept?.save();
        run.endDay(plan);
      };
      yield {
        address: page.post.address,
        jobOf: () => articleJob(articleOf(note, page.index), page, run.of),
        kept,
        whenPut,
      };
    }
  }
}

/** Only a publish of everything is long enough to be taken up. */
function keptFor(day: Day, { book, last, options: { isDry = false } }: PagesRun): KeptScreens | undefined {
  return last === null && !isDry ? keptScreens(book.files, day) : undefined;
}
