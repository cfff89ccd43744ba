import { longTime } from '#messages/format.ts';
import { slugOf } from '#shared/paths.ts';
import type { Headline } from '#shared/post.ts';
import { Lead } from '#ui/Lead.tsx';
import { Masthead } from '#ui/Masthead.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { Sections } from '#ui/Sections.tsx';
import { useArrival } from './arrival.ts';
import { PostLink } from './PostLink.tsx';
import { StreamList } from './StreamList.tsx';
import { sectionName, siteLang, useManifest } from './useManifest.ts';

const ALL = { kind: 'all', slug: '' } as const;

/** The front page: the paper's name, its sections, the lead, and the newest headlines by day. */
export function HomePage() {
  const { manifest, today } = useManifest();
  const messages = useMessages();
  useArrival(manifest.site.title, { isList: true });
  const [lead] = manifest.newest;
  const category = lead?.categories?.[0];
  const kicker = category === undefined ? undefined : (sectionName(manifest, slugOf(category)) ?? category);
  return (
    <>
      <Masthead manifest={manifest} today={today} />
      {manifest.sections.length > 0 && <Sections sections={manifest.sections} current={null} />}
      <main id="main">
        {lead && (
          <Lead
            headline={lead}
            lang={siteLang(manifest)}
            kicker={kicker}
            title={titleOf(lead)}
            time={longTime(lead.time, messages)}
          />
        )}
        {manifest.count === 0 && <Notice>{messages.emptyArchive}</Notice>}
        {manifest.count > 0 && (
          <StreamList
            stream={ALL}
            label={messages.newest}
            newest={manifest.newest}
            count={manifest.count}
            manifest={manifest}
            today={today}
            skip={1}
          />
        )}
      </main>
    </>
  );
}

function titleOf({ address, title }: Headline) {
  return <PostLink address={address}>{title}</PostLink>;
}
