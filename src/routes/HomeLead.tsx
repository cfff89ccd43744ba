import { useRef } from 'react';
import { Link } from 'react-router';
import { useMarks } from '#device/marks.ts';
import { longTime } from '#messages/format.ts';
import type { Manifest } from '#shared/archive.ts';
import { categoryPath, slugOf } from '#shared/paths.ts';
import type { Headline } from '#shared/post.ts';
import { readingMinutes } from '#shared/readingMinutes.ts';
import { Lead } from '#ui/Lead.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { PostLink } from './PostLink.tsx';
import { RowMenuButton } from './RowMenuButton.tsx';
import { sectionName, siteLang } from './useManifest.ts';
import { useSaveKey } from './useSaveKey.ts';

type Props = { readonly headline: Headline; readonly manifest: Manifest };

/** The front page's lead, with its ways to the article and its section. */
export function HomeLead({ headline, manifest }: Props) {
  const messages = useMessages();
  const { address, categories, time, title } = headline;
  const category = categories?.[0];
  const slug = category === undefined ? undefined : slugOf(category);
  const { saved } = useMarks();
  const lead = useRef<HTMLElement>(null);
  useSaveKey(() => (lead.current?.contains(document.activeElement) ? { headline } : null));
  const minutes = readingMinutes(headline, manifest.site.lang);
  return (
    <Lead
      headline={headline}
      lang={siteLang(manifest)}
      kicker={slug !== undefined && <Link to={categoryPath(slug)}>{sectionName(manifest, slug) ?? category}</Link>}
      title={<PostLink address={address}>{title}</PostLink>}
      time={longTime(time, messages)}
      length={minutes === null ? undefined : messages.readingTime(minutes)}
      element={lead}
      isSaved={saved.has(address)}
      menu={(className) => <RowMenuButton headline={headline} above={async () => [headline]} className={className} />}
    />
  );
}
