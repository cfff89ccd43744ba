import { type ChangeEvent, useRef, useState } from 'react';
import { FormatError, NewerFormatError } from '#data/errors.ts';
import { parseOwnFile } from '#data/ownFile.ts';
import { collectOwn, importOwn } from '#device/exportOwn.ts';
import { todayIn } from '#messages/format.ts';
import type { SettingsWords } from '#messages/settingsWords.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { saveFile } from './saveFile.ts';
import css from './SettingsPage.module.css';
import { useOwnCounts } from './useOwnCounts.ts';

/** Ten thousand saved articles are about 100 MB. */
const MOST_BYTES = 500e6;

type Outcome = { readonly text: string; readonly isFault: boolean };

/** Takes all that is the reader's own out to a file, and in from one. */
export function OwnFileSection({ words }: { readonly words: SettingsWords }) {
  const { loading } = useMessages();
  const { countAgain } = useOwnCounts();
  const chooser = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isBusy, setBusy] = useState(false);

  const run = async (work: () => Promise<Outcome>) => {
    setBusy(true);
    setOutcome({ text: loading, isFault: false });
    setOutcome(await work());
    setBusy(false);
    countAgain();
  };
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file) void run(() => importFile(file, words));
    currentTarget.value = ''; // Else the same file, mended, could not be chosen again.
  };
  return (
    <section>
      <h2>{words.file}</h2>
      <p>{words.fileText}</p>
      <div className={css.buttons}>
        <Button isBusy={isBusy} onClick={() => void run(() => exportFile(words))}>
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
    </section>
  );
}

async function exportFile(words: SettingsWords): Promise<Outcome> {
  const own = await collectOwn();
  const name = `broadsheet-${location.hostname}-${todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now())}.json`;
  saveFile(name, new Blob([JSON.stringify(own)], { type: 'application/json' }));
  return { text: words.exported(name), isFault: false };
}

async function importFile(file: File, words: SettingsWords): Promise<Outcome> {
  if (file.size > MOST_BYTES) return { text: words.tooLarge(file.name), isFault: true };
  try {
    const own = parseOwnFile(await file.text(), file.name);
    await importOwn(own);
    return { text: words.imported(own.read.length, own.saved.length), isFault: false };
  } catch (error) {
    if (error instanceof NewerFormatError) return { text: words.tooNew(file.name), isFault: true };
    // A file that went while it was read has no field.
    return { text: words.notOurs(file.name, error instanceof FormatError ? error.field : ''), isFault: true };
  }
}
