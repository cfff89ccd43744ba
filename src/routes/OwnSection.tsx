import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { askToPersist } from '#device/storageUse.ts';
import { useStorageState } from '#device/storageState.ts';
import type { SettingsWords } from '#messages/settingsWords.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './SettingsPage.module.css';
import { useOwnCounts } from './useOwnCounts.ts';

type Props = { readonly words: SettingsWords };

/** How much of the reader's own is kept, where, and how safely; and the ways to it. */
export function OwnSection({ words }: Props) {
  const { locale } = useMessages();
  const { counts } = useOwnCounts();
  const isInMemory = useStorageState() === 'memory';
  const used = counts?.use && words.usedText(megabytes(counts.use.usedBytes, locale));
  return (
    <section>
      <h2>{words.yours}</h2>
      <p>{isInMemory ? words.keptNowhere : words.yoursText}</p>
      <dl className={css.facts}>
        <Fact name={words.readPosts}>{counts && words.readPostsText(counts.read, counts.lists)}</Fact>
        <Fact name={<Link to="/saved/">{words.savedPosts} ›</Link>}>{counts && words.posts(counts.saved)}</Fact>
        <Fact name={words.places}>{counts && words.posts(counts.places)}</Fact>
        <Fact name={words.used}>{counts && (used ?? words.unknown)}</Fact>
        {!isInMemory && <Fact name={words.persistence}>{counts && <Persistence words={words} />}</Fact>}
      </dl>
      <Link className={css.way} to="/offline/">
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
  if (!counts?.use) return words.unknown;
  if (counts.use.isPersistent) return words.isPersistent;
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

function megabytes(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return format.format(bytes / 1e6);
}
