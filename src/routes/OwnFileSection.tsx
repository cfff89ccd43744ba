import { type ChangeEvent, useRef } from 'react';
import type { SettingsWords } from '#messages/settingsWords.ts';
import { Button } from '#ui/Button.tsx';
import { OtherSiteDialog } from './OtherSiteDialog.tsx';
import css from './SettingsPage.module.css';
import { useOwnFile } from './useOwnFile.ts';

type Props = { readonly words: SettingsWords; readonly siteTitle: string };

/** Takes all that is the reader's own out to a file, and in from one, be it of another site when they say so. */
export function OwnFileSection({ words, siteTitle }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const { outcome, isBusy, asked, answer, exportFile, importFile } = useOwnFile(words, siteTitle);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file) importFile(file);
    currentTarget.value = ''; // Else the same file, mended, could not be chosen again.
  };
  return (
    <section>
      <h2>{words.file}</h2>
      <p>{words.fileText}</p>
      <div className={css.buttons}>
        <Button isBusy={isBusy} onClick={exportFile}>
          {words.exportFile}
        </Button>
        <Button isBusy={isBusy} onClick={() => chooser.current?.click()}>
          {words.importFile}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          aria-label={words.importFile}
          hidden
          onChange={take}
        />
      </div>
      <output>{outcome && !outcome.isFault && outcome.text}</output>
      {outcome?.isFault && <p role="alert">{outcome.text}</p>}
      {asked && <OtherSiteDialog {...asked} words={words} onAnswer={(isToImport) => answer(asked, isToImport)} />}
    </section>
  );
}
