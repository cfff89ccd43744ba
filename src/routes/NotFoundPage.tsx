import { Link } from 'react-router';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { Sections } from '#ui/Sections.tsx';
import { useArrival } from './arrival.ts';
import css from './StreamPage.module.css';
import { Rows } from './StreamList.tsx';
import { useManifest } from './useManifest.ts';

const SHOWN = 5;

/** Nothing lies at this address: says so, and shows the newest and the sections as ways on. */
export function NotFoundPage() {
  const { manifest, today } = useManifest();
  const messages = useMessages();
  useArrival(`${messages.notFoundTitle} – ${manifest.site.title}`);
  return (
    <>
      {manifest.sections.length > 0 && <Sections sections={manifest.sections} current="" />}
      <main id="main">
        <header className={css.header}>
          <p>404</p>
          <ScreenTitle>{messages.notFoundTitle}</ScreenTitle>
        </header>
        <Notice>
          <p>{messages.notFoundText}</p>
          <Link to="/">{messages.home}</Link>
        </Notice>
        <Rows
          label={messages.newest}
          headlines={manifest.newest.slice(0, SHOWN)}
          first={1}
          count={Math.min(SHOWN, manifest.count)}
          manifest={manifest}
          today={today}
        />
      </main>
    </>
  );
}
