import { dayPath, streamPath } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { NotedPages } from '#builder/ledger/root.ts';
import type { PostNote } from '#builder/ledger/notes.ts';
import { type PageState, stateAfter, stateBefore } from './pageState.ts';
import type { PagesRun } from './PagesRun.ts';
import { namesOne, planArticles } from './planArticles.ts';
import { planScreens, postsNaming, type ScreenPlan } from './planScreens.ts';
import { screenAddress, shiftedScreens } from './shiftedScreens.ts';
import { writeArticles } from './writeArticles.ts';
import { KINDS, writeDays, writeStreams } from './writeScreens.ts';

const NOTHING: PageState = { days: [], note: () => null, border: null };

/**
 * Writes the pages of articles, streams and days that this publish changes, and takes away those that have no place any
 * more. Answers with what the next publish must know of them.
 */
export async function writePages(run: PagesRun): Promise<NotedPages> {
  const { files, book, last, count, shelf, touched } = run;
  const after = stateAfter(files, book.ledger, count);
  const before = last ? stateBefore(after, touched, last.pages?.border ?? null) : NOTHING;
  // A file in the way of a page, or no longer, may concern any of them: then all are looked at, and few written.
  const isShaken = last !== null && ((last.pages?.blocked ?? 0) > 0 || shelf.hasConflict);
  const renamed = last ? [...postsNaming(touched.renamedCategories, after)] : [];
  const days =
    last && !isShaken ? [...touched.days.keys(), ...renamed.map(({ day }) => day)] : daysWithin(before, after);
  const isStale = (post: PostNote) =>
    namesOne(post, touched.renamedCategories) || (isShaken && shelf.isAmiss(post.address));
  const articles = planArticles(before, after, { days, isStale });
  const shifted = shiftedScreens(last?.taken ?? run.taken, run.taken);
  const plan = planScreens(after, { days: touched.days, streams: touched.streams, shifted, renamed });
  const screens = isShaken ? withAmiss(plan, after, run) : plan;
  // First what goes, since another page may come to its place.
  for (const address of [...articles.gone, ...shifted.map(screenAddress)]) shelf.remove(address);
  await writeArticles(articles, after, run);
  await writeStreams(screens.streams, run);
  await writeDays(screens.days, after, run);
  return { border: after.border, blocked: shelf.blocked };
}

/** All days whose articles have, or had, pages. */
function daysWithin(...states: readonly PageState[]): ReadonlySet<Day> {
  return new Set(
    states.flatMap(({ days, border }) => days.flatMap(({ day }) => (border && day >= border.day ? [day] : []))),
  );
}

function withAmiss({ streams, days }: ScreenPlan, after: PageState, { shelf, book }: PagesRun): ScreenPlan {
  const all = KINDS.flatMap((kind) => book.names.largest(kind).map(({ slug }) => ({ kind, slug })));
  return {
    streams: [...streams, ...all.filter(({ kind, slug }) => shelf.isAmiss(streamPath(kind, slug)))],
    days: new Set([...days, ...after.days.map(({ day }) => day).filter((day) => shelf.isAmiss(dayPath(day)))]),
  };
}
