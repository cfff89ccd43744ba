import { longDate, number } from '#messages/format.ts';
import type { Messages } from '#messages/messages.ts';
import type { DayFacts } from '#shared/calendar.ts';

/** All that is known of a day, in words. */
export function dayLabel({ day, count, isGap, problems }: DayFacts, m: Messages): string {
  const parts = [longDate(day, m), m.postCount(count)];
  if (isGap) parts.push(m.missing);
  if (problems > 0) parts.push(`${m.problems} ${number(problems, m)}`);
  return parts.join(' · ');
}
