import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { endRegret } from '#device/keepSaved.ts';
import { usePicturesKept } from '#device/savedPictures.ts';
import { loadSaved, useSaved } from '#device/savedPosts.ts';
import { bytes } from '#messages/bytes.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import { DroppedNote } from './DroppedNote.tsx';
import { textBytes } from './findSaved.ts';
import { SavedList } from './SavedList.tsx';
import streamCss from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

// What follows changes is the store; this waits for the first reading.
const savedQuery = queryOptions({ queryKey: ['saved'], queryFn: async () => (await loadSaved()).length, gcTime: 0 });

/** What the reader saved: all of it is on this device, and opens without a network. */
export function SavedPage() {
  const { manifest } = useManifest();
  const { saved: words } = useMessages();
  useSuspenseQuery(savedQuery);
  const { posts } = useSaved();
  useArrival(`${words.title} – ${manifest.site.title}`);
  useEffect(() => endRegret, []);
  return (
    <main id="main">
      <header className={streamCss.header}>
        <ScreenTitle>{words.title}</ScreenTitle>
        <Extent />
      </header>
      <DroppedNote />
      {posts.length > 0 ? <SavedList posts={posts} manifest={manifest} /> : <Notice>{words.empty}</Notice>}
    </main>
  );
}

/** How many there are, and how much of the device they take, as far as anybody can know. */
function Extent() {
  const messages = useMessages();
  const { posts } = useSaved();
  const pictures = usePicturesKept();
  const parts = [messages.postCount(posts.length)];
  if (posts.length > 0) parts.push(bytes(textBytes(posts), messages));
  if (pictures && pictures.wanted > 0 && posts.length > 0) {
    parts.push(messages.saved.pictures(pictures.kept, pictures.wanted));
    if (pictures.sizeBytes > 0) parts.push(bytes(pictures.sizeBytes, messages));
    if (pictures.unsized > 0) parts.push(messages.saved.unsized(pictures.unsized));
  }
  if (pictures?.isFull) parts.push(messages.saved.full);
  return (
    <p>
      <output>{parts.join(' · ')}</output>
    </p>
  );
}
