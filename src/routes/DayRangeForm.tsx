import { type SubmitEvent, useId } from 'react';
import { alongWords } from '#messages/alongWords.ts';
import type { Day } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './OfflinePage.module.css';

type Props = { readonly first: Day; readonly last: Day; readonly choose: (from: Day, to: Day) => void };

/** Two days, and all between them. */
export function DayRangeForm({ first, last, choose }: Props) {
  const along = alongWords(useMessages());
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [from, to] = [given.get('from'), given.get('to')].map((value) => (typeof value === 'string' ? value : ''));
    if (from && to) choose(from < to ? from : to, from < to ? to : from);
  };
  return (
    <form className={css.range} onSubmit={submit}>
      <label htmlFor={`${id}from`}>{along.from}</label>
      <input id={`${id}from`} type="date" name="from" required min={first} max={last} />
      <label htmlFor={`${id}to`}>{along.to}</label>
      <input id={`${id}to`} type="date" name="to" required min={first} max={last} />
      <Button type="submit">{along.addRange}</Button>
    </form>
  );
}
