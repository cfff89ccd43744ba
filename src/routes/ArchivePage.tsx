import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { ALL, headQuery } from '#data/queries.ts';
import { awayWords } from '#messages/awayWords.ts';
import { OFFLINE_PATH } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { ArchiveMonth } from './ArchiveMonth.tsx';
import { ArchiveYear } from './ArchiveYear.tsx';
import { monthIn, type Span } from './archiveMonths.ts';
import { useArrival } from './arrival.ts';
import css from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

/** Every year of the archive, day by day, the newest first; or the month that the address names. */
export function ArchivePage() {
  const { manifest } = useManifest();
  const { data: head } = useSuspenseQuery(headQuery(ALL.kind, ALL.slug));
  const [search] = useSearchParams();
  const { firstDay, lastDay } = manifest;
  if (firstDay === undefined || lastDay === undefined) return <Years title={manifest.site.title} span={null} />;
  const span: Span = { first: firstDay, last: lastDay, years: head.years };
  const month = monthIn(search.get('month'), span);
  if (month === null) return <Years title={manifest.site.title} span={span} />;
  return <ArchiveMonth month={month} span={span} />;
}

function Years({ title, span }: { readonly title: string; readonly span: Span | null }) {
  const messages = useMessages();
  useArrival(`${messages.archive} – ${title}`);
  return (
    <main id="main">
      <header className={css.header}>
        <ScreenTitle>{messages.archive}</ScreenTitle>
        <p>
          <Link to={OFFLINE_PATH}>{awayWords(messages).title}</Link>
        </p>
      </header>
      {span === null && <Notice>{messages.emptyArchive}</Notice>}
      {span?.years.map(({ period, count }, index) => (
        <ArchiveYear key={period} year={period} count={count} span={span} isNewest={index === 0} />
      ))}
    </main>
  );
}
