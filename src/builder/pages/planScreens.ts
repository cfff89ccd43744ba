import type { NamedKind } from '#shared/archive.ts';
import { dayScreenInAddress, streamInAddress } from '#shared/paths.ts';
import type { Address, Day } from '#shared/post.ts';
import { type NamedStream, streamsOf } from '#builder/files/StreamNames.ts';
import type { PostNote } from '#builder/ledger/notes.ts';
import type { Touched } from '#builder/Touched.ts';
import { daysBeside, type PageState } from './pageState.ts';
import { namesOne } from './planArticles.ts';

/** A category, tag or source. */
export type StreamOf = Pick<NamedStream, 'slug'> & { readonly kind: NamedKind };

/** The streams and days whose pages may be others now. */
export type ScreenPlan = { readonly streams: readonly StreamOf[]; readonly days: ReadonlySet<Day> };

/** What a publish changed of all that streams and days show. `shifted` are screens that posts took, or gave back. */
export type ScreenChanges = Pick<Touched, 'days' | 'streams'> & {
  readonly shifted: readonly Address[];
  /** Posts of other days that show another name of a category. */
  readonly renamed: Iterable<{ readonly day: Day; readonly post: PostNote }>;
};

/** Which streams and days to write again: what changed, and days beside one that came or went. */
export function planScreens(after: PageState, { days, streams, shifted, renamed }: ScreenChanges): ScreenPlan {
  const wanted = new Map<string, StreamOf>();
  const add = (kind: NamedKind, slug: string) => void wanted.set(`${kind} ${slug}`, { kind, slug });
  for (const { kind, slug } of streams) if (kind !== 'all') add(kind, slug);
  const changed = new Set(days.keys());
  const shown = new Set(after.days.map(({ day }) => day));
  for (const [day, before] of days) {
    if ((before !== null) === shown.has(day)) continue;
    for (const beside of Object.values(daysBeside(after, day))) if (beside !== null) changed.add(beside);
  }
  for (const address of shifted) {
    const [stream, day] = [streamInAddress(address), dayScreenInAddress(address)];
    if (stream) add(stream.kind, stream.slug);
    if (day !== null) changed.add(day);
  }
  for (const { day, post } of renamed) {
    changed.add(day);
    for (const { kind, slug } of streamsOf(post.headline)) add(kind, slug);
  }
  return { streams: [...wanted.values()], days: changed };
}

/** All posts of an archive that name one of some categories. Reads the notes of every day. */
export function* postsNaming(
  slugs: ReadonlySet<string>,
  { days, note }: PageState,
): Generator<{ readonly day: Day; readonly post: PostNote }> {
  if (slugs.size === 0) return;
  for (const { day } of days) for (const post of note(day)?.posts ?? []) if (namesOne(post, slugs)) yield { day, post };
}
