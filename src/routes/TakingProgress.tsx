import { isWaiting } from '#device/planTaking.ts';
import { pauseTaking, resumeTaking } from '#device/takeAlong.ts';
import { useTakenDays } from '#device/takenDays.ts';
import { type Taking, useTaking } from '#device/takingState.ts';
import { type AlongWords, alongWords } from '#messages/alongWords.ts';
import { awayWords } from '#messages/awayWords.ts';
import { number } from '#messages/format.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './OfflinePage.module.css';

const MINUTE_MS = 60_000;

/** How the taking along goes, and what stops it and lets it go on. Nothing where nothing is to be taken. */
export function TakingProgress() {
  const messages = useMessages();
  const along = alongWords(messages);
  const waiting = [...useTakenDays().values()].filter(isWaiting);
  const taking = useTaking();
  if (waiting.length === 0) return null;
  const left = waiting.reduce((sum, { count }) => sum + count, 0) - taking.ofDay;
  const isGoing = taking.status === 'taking' && waiting.some(({ isPaused }) => !isPaused);
  const done = number(taking.articles, messages);
  return (
    <section className={css.progress} aria-label={awayWords(messages).title}>
      {isGoing && (
        <>
          <progress
            value={taking.articles}
            max={taking.articles + Math.max(0, left)}
            aria-label={awayWords(messages).title}
          />
          <p>
            {along.progress(done, taking.articles + left)}
            {taking.articles > 0 && ` · ${along.timeLeft(minutesLeft(taking, left))}`}
          </p>
        </>
      )}
      <output>{!isGoing && (reason(taking, along) ?? along.waiting(left))}</output>
      {taking.status !== 'elsewhere' && (
        <Button onClick={() => void (isGoing ? pauseTaking() : resumeTaking())}>
          {isGoing ? along.pause : along.resume}
        </Button>
      )}
    </section>
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
