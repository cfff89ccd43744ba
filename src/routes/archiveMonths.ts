import type { PeriodCount } from '#shared/archive.ts';
import { addMonths } from '#shared/calendar.ts';
import type { Day } from '#shared/post.ts';

/** What an archive spans: its first and last day, and the years that have posts, newest first. */
export type Span = { readonly first: Day; readonly last: Day; readonly years: readonly PeriodCount[] };

/** The address of a month, within that of the archive. */
export function monthSearch(month: string): string {
  return `?month=${month}`;
}

/** The month that a text names, when the archive reaches into it; else null. */
export function monthIn(text: string | null, { first, last, years }: Span): string | null {
  if (text === null || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return null;
  const isWithin = text >= first.slice(0, 7) && text <= last.slice(0, 7);
  return isWithin && years.some(({ period }) => period === text.slice(0, 4)) ? text : null;
}

/** The month before (-1) or after (1) another, past years without posts. Null at either end of the archive. */
export function monthBeside(month: string, step: -1 | 1, span: Span): string | null {
  let beside = addMonths(month, step);
  while (beside >= span.first.slice(0, 7) && beside <= span.last.slice(0, 7)) {
    if (monthIn(beside, span)) return beside;
    beside = addMonths(beside, step);
  }
  return null;
}
