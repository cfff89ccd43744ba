import { useEffect, useState } from 'react';
import type { SavedPost } from '#device/ownDatabase.ts';
import { show } from '#messages/format.ts';
import type { Manifest } from '#shared/archive.ts';
import { type Day, dayOf, type Headline } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { rowOf } from './rows.ts';
import { useRow } from './StreamList.tsx';
import { useIsNear } from './useIsNear.ts';
import { siteLang } from './useManifest.ts';
import { useSaveKey } from './useSaveKey.ts';
import { useStepKeys } from './useStepKeys.ts';

const STEP = 100;

type Props = { readonly posts: readonly SavedPost[]; readonly manifest: Manifest };

/** Saved articles as rows. Of many, further ones come when the reader is near them. */
export function SavedRows({ posts, manifest }: Props) {
  const { saved } = useMessages();
  const [most, setMost] = useState(STEP);
  const row = useRow({ manifest, headlines: posts.map(({ headline }) => headline), dated: dayIn(posts) });
  useStepKeys();
  useSaveKey(() => {
    const place = Number(rowOf(document.activeElement)?.getAttribute('aria-posinset') ?? 0);
    return posts[place - 1] ?? null;
  });
  return (
    <div lang={siteLang(manifest)}>
      <div role="feed" aria-label={saved.title}>
        {posts.slice(0, most).map(({ address, headline }, index) => {
          const id = `row-${index + 1}`;
          return (
            <article key={address} aria-labelledby={id} aria-posinset={index + 1} aria-setsize={posts.length}>
              {row(headline, id)}
            </article>
          );
        })}
      </div>
      {posts.length > most && <Further key={most} onNear={() => setMost(most + STEP)} />}
    </div>
  );
}

function dayIn(posts: readonly SavedPost[]) {
  const waiting = new Set(posts.filter(({ article }) => !article).map(({ headline }) => headline));
  return (headline: Headline) => <RowDay key="day" day={dayOf(headline)} isWaiting={waiting.has(headline)} />;
}

/** The day of a saved article, and whether its text is still to come. */
function RowDay({ day, isWaiting }: { readonly day: Day; readonly isWaiting: boolean }) {
  const messages = useMessages();
  return (
    <span lang={messages.locale}>
      <time dateTime={day}>{show(day, messages, { year: 'numeric', month: 'long', day: 'numeric' })}</time>
      {isWaiting && ` · ${messages.saved.waiting}`}
    </span>
  );
}

/** The end of the rows that are there. */
function Further({ onNear }: { readonly onNear: () => void }) {
  const [isNear, watch] = useIsNear();
  useEffect(() => {
    if (isNear) onNear();
  });
  return <div ref={watch} />;
}
