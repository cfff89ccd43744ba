import { hash } from 'node:crypto';
import type { Address, Day, Headline } from '#shared/post.ts';
import { slugOf } from '#shared/paths.ts';
import type { PostNote } from '#builder/ledger/notes.ts';
import { compareText } from '#builder/report.ts';
import { daysBeside, type PageState } from './pageState.ts';

/** An article's page to be written: where its article stands in the notes of its day, and what lies beside it. */
export type PlannedPage = {
  readonly post: PostNote;
  /** Its position among the day's posts. */
  readonly index: number;
  readonly newer: Headline | null;
  readonly older: Headline | null;
};

/** What a publish changes of the articles' pages. */
export type ArticlePlan = {
  /** The changed pages, day by day, the newest first. */
  readonly written: Iterable<{ readonly day: Day; readonly pages: readonly PlannedPage[] }>;
  /** The addresses that had a page and have none now. */
  readonly gone: readonly Address[];
};

/** The days that changed, and whether a post's page is to be written for another reason than its note. */
export type Changes = { readonly days: Iterable<Day>; readonly isStale: (post: PostNote) => boolean };

/**
 * Which articles' pages must be written and which go: those whose post is another, or has others beside it, or came into
 * the pages or left them. It looks at the changed days, the days beside them, and those between the old border and the new.
 */
export function planArticles(before: PageState, after: PageState, { days, isStale }: Changes): ArticlePlan {
  const looked = daysToLookAt(before, after, days);
  const old = new Map<Address, string>();
  for (const day of looked) for (const page of pagesOn(day, before)) old.set(page.post.address, keyOf(page));
  const isChanged = (page: PlannedPage) => {
    return old.get(page.post.address) !== keyOf(page) || isStale(page.post);
  };
  return { written: changedPages(looked, after, isChanged), gone: goneOf(old, looked, after) };
}

/** The pages of a day's articles, as far as they lie within the border. */
export function pagesOn(day: Day, state: PageState): readonly PlannedPage[] {
  const { border, note } = state;
  if (border === null || day < border.day) return [];
  const posts = note(day)?.posts ?? [];
  const first = day === border.day ? posts.length - border.count : 0;
  const beside = daysBeside(state, day);
  return posts.flatMap((post, index) => {
    if (index < first) return [];
    const newer = posts[index + 1] ?? (beside.newer === null ? undefined : note(beside.newer)?.posts[0]);
    const older = posts[index - 1] ?? (beside.older === null ? undefined : note(beside.older)?.posts.at(-1));
    return [{ post, index, newer: shortly(newer), older: shortly(older) }];
  });
}

/** Whether a post names a category of these. */
export function namesOne({ headline }: PostNote, slugs: ReadonlySet<string>): boolean {
  return slugs.size > 0 && (headline.categories ?? []).some((name) => slugs.has(slugOf(name)));
}

function* changedPages(
  days: readonly Day[],
  after: PageState,
  isChanged: (page: PlannedPage) => boolean,
): ArticlePlan['written'] & Generator<{ day: Day; pages: readonly PlannedPage[] }> {
  for (const day of days) {
    const pages = pagesOn(day, after).filter(isChanged);
    if (pages.length > 0) yield { day, pages };
  }
}

function goneOf(old: ReadonlyMap<Address, string>, days: readonly Day[], after: PageState): readonly Address[] {
  if (old.size === 0) return [];
  const kept = new Set(days.flatMap((day) => pagesOn(day, after).map(({ post }) => post.address)));
  return [...old.keys()].filter((address) => !kept.has(address));
}

/** The newest first. */
function daysToLookAt(before: PageState, after: PageState, changed: Iterable<Day>): readonly Day[] {
  const looked = new Set(changed);
  for (const day of [...looked])
    for (const state of [before, after])
      for (const beside of Object.values(daysBeside(state, day))) if (beside !== null) looked.add(beside);
  const borders = [before.border?.day, after.border?.day].filter((day) => day !== undefined).toSorted(compareText);
  const [first, last] = [borders[0], borders.at(-1)];
  if (first !== undefined && last !== undefined)
    for (const { day } of [...before.days, ...after.days]) if (day >= first && day <= last) looked.add(day);
  return [...looked].toSorted((a, b) => compareText(b, a));
}

/** Tells one page from another. A hash, since there may be as many as posts. */
function keyOf({ post, newer, older }: PlannedPage): string {
  return hash('sha256', JSON.stringify([post, newer, older]));
}

/** What a page shows of the article beside its own. */
function shortly(post: PostNote | undefined): Headline | null {
  if (!post) return null;
  const { address, title, time, lang } = post.headline;
  return { address, title, time, ...(lang !== undefined && { lang }) };
}
