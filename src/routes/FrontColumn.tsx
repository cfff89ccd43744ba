import { useQuery } from '@tanstack/react-query';
import { frontQuery } from '#data/screenQueries.ts';
import { dayName } from '#messages/format.ts';
import type { Front, Manifest } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import { MentionChip } from '#ui/MentionChip.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import css from './FrontAside.module.css';
import { FrontCalendar } from './FrontCalendar.tsx';
import { InstallButton } from './InstallButton.tsx';
import { SectionNewest } from './SectionNewest.tsx';
import { UNTIL_THERE } from './untilThere.ts';
import { siteLang } from './useManifest.ts';

const SECTIONS = 6;

type Props = { readonly manifest: Manifest; readonly today: Day };

/** The sections' newest, what the last day mentions most, and the calendar. Without its data it says so in a line. */
export function FrontColumn({ manifest, today }: Props) {
  const messages = useMessages();
  const { data: front, isPending, isPaused } = useQuery({ ...frontQuery(), ...UNTIL_THERE });
  if (front === undefined) {
    if (isPending && !isPaused) return <Skeleton kind="list" />;
    return (
      <p className={css.failed} lang={messages.locale}>
        {navigator.onLine ? messages.failedText : messages.offlineText}
      </p>
    );
  }
  const lang = siteLang(manifest);
  return (
    <div className={css.column} lang={lang}>
      {front.sections.slice(0, SECTIONS).map((section) => (
        <SectionNewest key={section.slug} section={section} today={today} />
      ))}
      {front.mentions.length > 0 && <MostMentioned front={front} today={today} />}
      {manifest.firstDay !== undefined && manifest.lastDay !== undefined && (
        <FrontCalendar first={manifest.firstDay} last={manifest.lastDay} />
      )}
      <InstallButton />
    </div>
  );
}

function MostMentioned({ front, today }: { readonly front: Front; readonly today: Day }) {
  const messages = useMessages();
  return (
    <section>
      <h2 lang={messages.locale}>
        {messages.mostMentioned}
        {front.day !== undefined && <small>{dayName(front.day, today, messages).name}</small>}
      </h2>
      <ul className={css.mentions}>
        {front.mentions.map(({ mention, count }) => (
          <li key={`${mention.market} ${mention.code}`}>
            <MentionChip mention={mention} /> <small lang={messages.locale}>{messages.postCount(count)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
