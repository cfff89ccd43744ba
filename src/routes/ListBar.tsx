import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { StreamId } from '#data/queries.ts';
import { chooseSetting, useSettings } from '#device/settings.ts';
import { useOnline } from '#device/useOnline.ts';
import { dayName, number } from '#messages/format.ts';
import { ownWords } from '#messages/ownWords.ts';
import { shortTime } from '#messages/shortTime.ts';
import type { PeriodCount } from '#shared/archive.ts';
import { type Day, dayOf, type Headline } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import type { RowScroller } from '#ui/RowScroller.ts';
import css from './StreamList.module.css';
import type { ListMarks } from './useListMarks.ts';
import type { NewPosts } from './useNewPosts.ts';

// Made by each press: a lazy component whose code did not come would never ask for it again.
const lazyMarkDialog = () => lazy(() => import('./MarkDialog.tsx').then((module) => ({ default: module.MarkDialog })));
const lazyDateDialog = () => lazy(() => import('./DateDialog.tsx').then((module) => ({ default: module.DateDialog })));

type Props = {
  /** The stream whose other days can be gone to, and its years; null where there are none. */
  readonly dates: { readonly stream: StreamId; readonly years: readonly PeriodCount[] } | null;
  readonly scroller: RowScroller;
  readonly headlineAt: (position: number) => Headline | undefined;
  /** The position of the list's first headline in its stream, and how many it has. */
  readonly start: number;
  readonly count: number;
  readonly today: Day;
  readonly marks: ListMarks;
  readonly fresh: NewPosts;
};

/** The line that stays over a list: the day of the topmost row, which leads to other days, the place, and the density. */
export function ListBar({ dates, scroller, headlineAt, start, count, today, marks, fresh }: Props) {
  const messages = useMessages();
  const { density } = useSettings();
  const isOnline = useOnline();
  const [DateDialog, setDateDialog] = useState<ReturnType<typeof lazyDateDialog> | null>(null);
  const [MarkDialog, setMarkDialog] = useState<ReturnType<typeof lazyMarkDialog> | null>(null);
  const top = useSyncExternalStore(scroller.subscribe, scroller.getTop);
  const headline = headlineAt(top);
  const day = headline && dayName(dayOf(headline), today, messages).name;
  return (
    <div className={css.bar} lang={messages.locale}>
      {dates && (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-label={messages.goToDay(day ?? '')}
          onClick={() => setDateDialog(lazyDateDialog)}
        >
          {day ?? '…'} ▾
        </button>
      )}
      <output>
        {fresh.count > 0 && (
          <button type="button" className={css.fresh} onClick={fresh.take}>
            {messages.newPosts(fresh.count)}
            {/* From the kept copy: others may have come since. */}
            {!isOnline && ` · ${messages.dataAsOf(shortTime(fresh.publishedAt, today, messages))}`}
          </button>
        )}
      </output>
      <span>
        {number(top - start + 1, messages)} / {number(count, messages)}
      </span>
      <button
        type="button"
        className={css.mark}
        aria-haspopup="dialog"
        aria-label={ownWords(messages).mark}
        title={ownWords(messages).mark}
        onClick={() => setMarkDialog(lazyMarkDialog)}
      >
        ✓
      </button>
      <button
        type="button"
        aria-pressed={density === 'compact'}
        onClick={() => chooseSetting('density', density === 'compact' ? 'comfortable' : 'compact')}
      >
        {messages.settings.choices.density.compact}
      </button>
      {MarkDialog && (
        <Suspense>
          <MarkDialog marks={marks} count={count} onClose={() => setMarkDialog(null)} />
        </Suspense>
      )}
      {dates && DateDialog && (
        <Suspense>
          <DateDialog {...dates} onClose={() => setDateDialog(null)} />
        </Suspense>
      )}
    </div>
  );
}
