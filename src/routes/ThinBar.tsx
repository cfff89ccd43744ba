import { useDeferredValue } from 'react';
import { Link, useLocation } from 'react-router';
import { useOnline } from '#device/useOnline.ts';
import { clockOf, shortDates } from '#messages/format.ts';
import type { Messages } from '#messages/messages.ts';
import type { Manifest } from '#shared/archive.ts';
import { localTimeOf } from '#shared/days.ts';
import type { Day } from '#shared/post.ts';
import { OFFLINE_PATH } from '#shared/paths.ts';
import { isPartial } from '#shared/prerender.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { BarButtons } from './BarButtons.tsx';
import css from './Layout.module.css';
import type { Overlay } from './overlays.tsx';
import { siteLang, useManifestAt } from './useManifest.ts';

/** The line at the very top: the site's name, which leads home, how old the data is, palette and settings. */
export function ThinBar({ open }: { readonly open: (name: Overlay) => void }) {
  // Where another screen has to wait for the manifest, the line stays as it is.
  const { manifest, today } = useManifestAt(useDeferredValue(useLocation().pathname));
  const messages = useMessages();
  const isOnline = useOnline();
  const age = isPartial(manifest) ? null : ageOf(manifest, today, messages);
  return (
    <nav className={css.bar} aria-label={messages.siteNav}>
      <Link to="/" lang={siteLang(manifest)}>
        {manifest.site.title}
      </Link>
      {/* Other words come in its place; the same would be seen to move. */}
      <span key={age} className={css.age}>
        <output>
          {!isOnline && <Link to={OFFLINE_PATH}>{messages.offline}</Link>}
          {!isOnline && ' · '}
        </output>
        {age !== null && messages.dataAsOf(age)}
      </span>
      <BarButtons open={open} />
    </nav>
  );
}

function ageOf({ publishedAt, site }: Manifest, today: Day, messages: Messages): string | null {
  const published = localTimeOf(Date.parse(publishedAt), site.timezone);
  return published.startsWith(today) ? clockOf(published) : shortDates(messages)(published.slice(0, 10));
}
