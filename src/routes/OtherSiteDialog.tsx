import { useRef } from 'react';
import type { SettingsWords } from '#messages/settingsWords.ts';
import type { OwnFile } from '#shared/ownFile.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import css from './SettingsPage.module.css';

/** A file may say anything. */
const MOST_LETTERS = 100;

type Props = {
  /** The name of the file. */
  readonly name: string;
  readonly own: OwnFile;
  readonly words: SettingsWords;
  readonly onAnswer: (isToImport: boolean) => void;
};

/** Says which other site a file is of, and asks whether it is to be imported all the same. */
export function OtherSiteDialog({ name, own, words, onAnswer }: Props) {
  const isAnswered = useRef(false);
  const answer = (isToImport: boolean) => {
    // The box also tells that it has closed when its buttons close it.
    if (isAnswered.current) return;
    isAnswered.current = true;
    onAnswer(isToImport);
  };
  return (
    <Dialog title={words.otherSite} onClose={() => answer(false)}>
      <p>{words.otherSiteText(name, siteOf(own, words))}</p>
      <div className={css.buttons}>
        <Button onClick={() => answer(false)}>{words.leave}</Button>
        <Button onClick={() => answer(true)}>{words.importAnyway}</Button>
      </div>
    </Dialog>
  );
}

function siteOf({ site, title }: OwnFile, words: SettingsWords): string {
  const address = cut(site.replace(/^https?:\/\//, ''));
  return title === undefined || title === '' ? address : words.siteAt(cut(title), address);
}

function cut(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
