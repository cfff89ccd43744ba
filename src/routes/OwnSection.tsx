import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { askToPersist } from '#device/space.ts';
import { useStorageState } from '#device/storageState.ts';
import { bytes } from '#messages/bytes.ts';
import type { SettingsWords } from '#messages/settingsWords.ts';
import { OFFLINE_PATH, SAVED_PATH } from '#shared/paths.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './SettingsPage.module.css';
import { useOwnCounts } from './useOwnCounts.ts';

type Props = { readonly words: SettingsWords };

/** How much of the reader's own is kept, where, and how safely; and the ways to it. */
export function OwnSection({ words }: Props) {
  const messages = useMessages();
  const { counts } = useOwnCounts();
  const isInMemory = useStorageState() === 'memory';
  const usedBytes = counts?.usedBytes ?? null;
  const used = usedBytes === null ? words.unknown : words.usedText(bytes(usedBytes, messages));
  return (
    <section>
      <h2>{words.yours}</h2>
      <p>{isInMemory ? words.keptNowhere : words.yoursText}</p>
      <dl className={css.facts}>
        <Fact name={words.readPosts}>{counts && words.readPostsText(counts.read, counts.lists)}</Fact>
        <Fact name={<Link to={SAVED_PATH}>{words.savedPosts} ›</Link>}>{counts && words.posts(counts.saved)}</Fact>
        <Fact name={words.places}>{counts && words.posts(counts.places)}</Fact>
        <Fact name={words.used}>{counts && used}</Fact>
        {!isInMemory && <Fact name={words.persistence}>{counts && <Persistence words={words} />}</Fact>}
      </dl>
      <Link className={css.way} to={OFFLINE_PATH}>
        {words.offline} ›
      </Link>
    </section>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? '…'}</dd>
    </div>
  );
}

function Persistence({ words }: Props) {
  const { counts, countAgain } = useOwnCounts();
  const [isRefused, setRefused] = useState(false);
  if (!counts || counts.usedBytes === null) return words.unknown;
  if (counts.isPersistent) return words.isPersistent;
  const ask = async () => {
    setRefused(!(await askToPersist()));
    countAgain();
  };
  return (
    <>
      <p>{words.isNotPersistent}</p>
      <Button onClick={() => void ask()}>{words.askToPersist}</Button>
      <output>{isRefused && words.notGranted}</output>
    </>
  );
}
