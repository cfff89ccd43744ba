// When an article counts as read. All pure.
import type { StreamKind } from '#shared/archive.ts';
import type { ReadMark, Watermark } from '#shared/ownFile.ts';
import { foldAddress, slugOf } from '#shared/paths.ts';
import { type Day, dayOf, type Headline, type LocalTime } from '#shared/post.ts';

/** Everything that was marked: articles by their folded address, streams by their scope. */
export type ReadState = {
  readonly marks: ReadonlyMap<string, ReadMark>;
  readonly watermarks: ReadonlyMap<string, Watermark>;
};

/** Whether an article counts as read: by its own mark, or by that of a stream, unless it was marked as not read since. */
export function isReadBy({ marks, watermarks }: ReadState, headline: Headline): boolean {
  const own = marks.get(foldAddress(headline.address));
  if (own && !own.isUnread) return true;
  if (watermarks.size === 0) return false;
  return scopesOf(headline).some((scope) => {
    const { upTo = '', readAt = 0 } = watermarks.get(scope) ?? {};
    return orderOf(headline) <= upTo && readAt > (own?.readAt ?? -1);
  });
}

/** The scope of a stream's watermark. */
export function scopeOf(kind: StreamKind, slug: string): string {
  return kind === 'all' ? kind : `${kind}/${slug}`;
}

/** The scope of a day's watermark. */
export function dayScope(day: Day): string {
  return `day/${day}`;
}

/**
 * The watermark for a list that begins with these headlines. It reaches up to the oldest of them: those are to be marked
 * one by one, so that what comes later, though it is a little older than the newest, still counts as not read.
 */
export function watermarkBelow(scope: string, newest: readonly Headline[], readAt: number): Watermark {
  const [upTo = ''] = newest.map(orderOf).toSorted();
  return { scope, upTo, readAt };
}

/** Of two watermarks of one scope the one that reaches further; of equal ones the newer. */
export function furtherOf(a: Watermark, b: Watermark): Watermark {
  const isFurther = a.upTo === b.upTo ? a.readAt >= b.readAt : a.upTo > b.upTo;
  return isFurther ? a : b;
}

function scopesOf(headline: Headline): readonly string[] {
  const { categories = [], tags = [], source } = headline;
  return [
    'all',
    dayScope(dayOf(headline)),
    ...categories.map((name) => scopeOf('category', slugOf(name))),
    ...tags.map((name) => scopeOf('tag', slugOf(name))),
    ...(source === undefined ? [] : [scopeOf('source', slugOf(source))]),
  ];
}

// Of a post that shows another day than it lies under, the clock says nothing of its place.
function orderOf({ day, time }: Headline): LocalTime {
  return day ?? time;
}
