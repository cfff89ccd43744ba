import { dayName } from '#messages/format.ts';
import type { Day } from '#shared/post.ts';
import css from './DayHeader.module.css';
import { useMessages } from './MessagesContext.ts';

type Props = {
  readonly day: Day;
  readonly today: Day;
  /** How many posts the day has, where that is known. */
  readonly count?: number | undefined;
};

/** The heading over a day's rows: today, yesterday, or the date. */
export function DayHeader({ day, today, count }: Props) {
  const messages = useMessages();
  const { name, full } = dayName(day, today, messages);
  const isRelative = name === messages.today || name === messages.yesterday;
  return (
    <h2 className={css.day} lang={messages.locale}>
      <time dateTime={day}>{name}</time>
      {(isRelative || count !== undefined) && (
        <small>
          {[isRelative && full, count !== undefined && messages.postCount(count)].filter(Boolean).join(' · ')}
        </small>
      )}
    </h2>
  );
}
