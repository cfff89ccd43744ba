import { useState } from 'react';
import { isWaiting } from '#device/planTaking.ts';
import { dropDays, pauseTaking, resumeTaking } from '#device/takeAlong.ts';
import { useTakenDays } from '#device/takenDays.ts';
import { type Taking, useTaking } from '#device/takingState.ts';
import { type AlongWords, alongWords } from '#messages/alongWords.ts';
import { awayWords } from '#messages/awayWords.ts';
import { number } from '#messages/format.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './OfflinePage.module.css';

const MINUTE_MS = 60_000;

/**
 * How the taking along goes, what stops it and lets it go on, and that it is done. Where nothing is to be taken, it is
 * the empty place where that is said: a place that comes with its words is not read out.
 */
export function TakingProgress() {
  const messages = useMessages();
  const along = alongWords(messages);
  const days = useTakenDays();
  const waiting = [...days.values()].filter(isWaiting);
  const taking = useTaking();
  const [wasWaiting, setWasWaiting] = useState(false);
  if (waiting.length > 0 && !wasWaiting) setWasWaiting(true);
  const isDone = waiting.length === 0 && wasWaiting && days.size > 0;
  const left = waiting.reduce((sum, { count }) => sum + count, 0) - taking.ofDay;
  const isGoing = taking.status === 'taking' && waiting.some(({ isPaused }) => !isPaused);
  const { title } = awayWords(messages);
  return (
    <section
      className={waiting.length > 0 || isDone ? css.progress : undefined}
      aria-label={waiting.length > 0 ? title : undefined}
    >
      {isGoing && <Going taking={taking} left={left} />}
      <output>
        {isDone && along.done}
        {waiting.length > 0 && !isGoing && (reason(taking, along) ?? along.waiting(left))}
      </output>
      {waiting.length > 0 && taking.status !== 'elsewhere' && (
        <div className={css.buttons}>
          <Button onClick={() => void (isGoing ? pauseTaking() : resumeTaking())}>
            {isGoing ? along.pause : along.resume}
          </Button>
          {!isGoing && <Button onClick={() => void dropDays(waiting.map(({ day }) => day))}>{along.giveUp}</Button>}
        </div>
      )}
    </section>
  );
}

/** How far it is, and how long it will take. */
function Going({ taking, left }: { readonly taking: Taking; readonly left: number }) {
  const messages = useMessages();
  const along = alongWords(messages);
  const { articles } = taking;
  return (
    <>
      <progress value={articles} max={articles + Math.max(0, left)} aria-label={awayWords(messages).title} />
      <p>
        {along.progress(number(articles, messages), articles + left)}
        {articles > 0 && ` · ${along.timeLeft(minutesLeft(taking, left))}`}
      </p>
    </>
  );
}

function minutesLeft({ articles, startedAt }: Taking, left: number): number {
  return Math.round((left * (Date.now() - startedAt)) / articles / MINUTE_MS);
}

function reason({ status }: Taking, along: AlongWords): string | undefined {
  const reasons: { readonly [status in Taking['status']]?: string } = {
    offline: along.offline,
    full: along.full,
    failed: along.failed,
    elsewhere: along.elsewhere,
  };
  return reasons[status];
}
