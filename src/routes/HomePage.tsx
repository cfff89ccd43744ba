import { lazy, Suspense } from 'react';
import type { Manifest } from '#shared/archive.ts';
import { localTimeOf } from '#shared/days.ts';
import { ALL } from '#data/queries.ts';
import type { Day } from '#shared/post.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { Masthead } from '#ui/Masthead.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { Sections } from '#ui/Sections.tsx';
import { useIsAttached } from '#ui/useIsAttached.ts';
import { useArrival } from './arrival.ts';
import { HomeLead } from './HomeLead.tsx';
import css from './HomePage.module.css';
import { StreamList } from './StreamList.tsx';
import { useManifest } from './useManifest.ts';

const FrontAside = lazy(() => import('./FrontAside.tsx').then((module) => ({ default: module.FrontAside })));

/** The front page: the paper's name, its sections, the lead, the newest headlines by day, and beside them the aside. */
export function HomePage() {
  const { manifest, today } = useManifest();
  const messages = useMessages();
  const isAttached = useIsAttached();
  useArrival(manifest.site.title, { isList: true });
  const [lead] = manifest.newest;
  return (
    <>
      <Masthead manifest={manifest} today={isAttached ? today : dayPublished(manifest)} />
      {manifest.sections.length > 0 && <Sections sections={manifest.sections} current={null} />}
      <main id="main" className={css.front}>
        {manifest.count === 0 && <Notice>{messages.emptyArchive}</Notice>}
        {manifest.count > 0 && (
          <>
            <div>{lead && <HomeLead headline={lead} manifest={manifest} />}</div>
            <aside className={css.aside} aria-label={messages.atAGlance}>
              {/* Who does not get its code reads on: nothing depends on it. */}
              <ErrorBoundary fallback={() => null}>
                <Suspense fallback={null}>{isAttached && <FrontAside manifest={manifest} today={today} />}</Suspense>
              </ErrorBoundary>
            </aside>
            <div>
              <StreamList
                stream={ALL}
                label={messages.newest}
                newest={manifest.newest}
                count={manifest.count}
                manifest={manifest}
                today={today}
                skip={1}
              />
            </div>
          </>
        )}
      </main>
    </>
  );
}

function dayPublished({ publishedAt, site }: Manifest): Day {
  return localTimeOf(Date.parse(publishedAt), site.timezone).slice(0, 10);
}
