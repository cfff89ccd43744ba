import { dayName } from '#messages/format.ts';
import type { Day } from '#shared/post.ts';
import css from './DayHeader.module.css';
import { useMessages } from './MessagesContext.ts';

/** The heading over a day's rows: today, yesterday, or the date. */
export function DayHeader({ day, today }: { readonly day: Day; readonly today: Day }) {
  const messages = useMessages();
  const { name, full } = dayName(day, today, messages);
  const isRelative = name === messages.today || name === messages.yesterday;
  return (
    <h2 className={css.day} lang={messages.locale}>
      <time dateTime={day}>{name}</time>
      {isRelative && <small>{full}</small>}
    </h2>
  );
}
