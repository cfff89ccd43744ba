import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { ALL } from '#data/queries.ts';
import { dayQuery } from '#data/streamPlaces.ts';
import { useDaysHere } from '#device/daysHere.ts';
import { longDate } from '#messages/format.ts';
import { ARCHIVE_PATH, dayPath } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import css from './DayPage.module.css';
import { NotHere } from './NotHere.tsx';
import { SectionsBar } from './SectionsBar.tsx';
import { StreamList } from './StreamList.tsx';
import header from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

/** The headlines of one day, with the days beside it that have any. */
export function DayPage({ day }: { readonly day: Day }) {
  const { manifest, today } = useManifest();
  const messages = useMessages();
  // What a real page shows stands until the same has been found in the whole archive.
  const count = useDeferredValue(manifest.count);
  const { data: place } = useSuspenseQuery(dayQuery(count, day));
  const here = useDaysHere();
  const [onPage] = useState(place.newest ?? NONE);
  const name = longDate(day, messages);
  useArrival(`${name} – ${manifest.site.title}`, { isList: true });
  // Twice on the screen, and a landmark once.
  const beside = <Beside newer={place.newer} older={place.older} />;
  return (
    <>
      <SectionsBar manifest={manifest} current="" />
      <main id="main">
        <header className={header.header}>
          <p>
            <Link to={ARCHIVE_PATH}>{messages.archive}</Link>
          </p>
          <ScreenTitle>{name}</ScreenTitle>
          <p>{messages.postCount(place.count)}</p>
        </header>
        <nav aria-label={messages.daysBeside}>{beside}</nav>
        {place.count === 0 && <Notice>{messages.emptyStream(name)}</Notice>}
        {place.count > 0 && (
          <div className={css.rows}>
            <StreamList
              stream={ALL}
              label={name}
              newest={onPage}
              count={count}
              part={place}
              manifest={manifest}
              today={today}
              after={
                <>
                  {beside}
                  {here !== null && !here.get(day) && <NotHere />}
                </>
              }
            />
          </div>
        )}
      </main>
    </>
  );
}

const NONE = [] as const;

/** The ways to the days beside this one. */
function Beside({ newer, older }: { readonly newer: Day | null; readonly older: Day | null }) {
  const messages = useMessages();
  return (
    <div className={css.beside}>
      {newer !== null && (
        <Link to={dayPath(newer)} rel="next">
          ‹ {longDate(newer, messages)}
        </Link>
      )}
      {older !== null && (
        <Link to={dayPath(older)} rel="prev">
          {longDate(older, messages)} ›
        </Link>
      )}
    </div>
  );
}
