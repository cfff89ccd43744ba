import { dayPath, foldAddress, isScreen, streamPath } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { NotedPages } from '#builder/ledger/root.ts';
import type { PostNote } from '#builder/ledger/notes.ts';
import { type PageState, stateAfter, stateBefore } from './pageState.ts';
import type { PagesRun } from './PagesRun.ts';
import { namesOne, planArticles } from './planArticles.ts';
import { planScreens, postsNaming, type ScreenPlan } from './planScreens.ts';
import { screenAddress, shiftedScreens } from './shiftedScreens.ts';
import { writeArticles } from './writeArticles.ts';
import { KINDS, writeScreens } from './writeScreens.ts';

const NOTHING: PageState = { days: [], note: () => null, border: null };

/**
 * Writes the pages of articles, streams and days that this publish changes, and takes away those that have no place any
 * more. Answers with what the next publish must know of them.
 */
export async function writePages(run: PagesRun): Promise<NotedPages> {
  const { files, book, last, count, shelf, touched } = run;
  const after = stateAfter(files, book.ledger, count);
  const before = last ? stateBefore(after, touched, last.pages?.border ?? null) : NOTHING;
  // A file that came may be in the way of any page: then all are looked at, and few written.
  const isShaken = last !== null && shelf.hasConflict;
  const blocked = last?.pages?.blocked ?? { days: [], screens: [] };
  const renamed = last ? [...postsNaming(touched.renamedCategories, after)] : [];
  const changed = [...touched.days.keys(), ...renamed.map(({ day }) => day), ...blocked.days];
  const isLookedAt = isShaken || blocked.days.length > 0;
  const isStale = (post: PostNote) =>
    namesOne(post, touched.renamedCategories) || (isLookedAt && shelf.isAmiss(post.address));
  const articles = planArticles(before, after, {
    days: last && !isShaken ? changed : daysWithin(before, after),
    isStale,
  });
  const shifted = shiftedScreens(last?.taken ?? run.taken, run.taken);
  const { days, streams } = touched;
  const plan = planScreens(after, { days, streams, shifted: [...shifted, ...blocked.screens], renamed });
  // First what goes, since another page may come to its place.
  for (const address of [...articles.gone, ...shifted.map(screenAddress)]) shelf.remove(address);
  const blockedDays = await writeArticles(articles, after, run);
  await writeScreens(isShaken ? withAmiss(plan, after, run) : plan, after, run);
  const screens = [...shelf.blocked].filter((address) => isScreen(foldAddress(address)));
  return { border: after.border, blocked: { days: blockedDays, screens } };
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
