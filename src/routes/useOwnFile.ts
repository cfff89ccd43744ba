import { useState } from 'react';
import { FormatError, NewerFormatError } from '#data/errors.ts';
import { parseOwnFile } from '#data/ownFile.ts';
import { collectOwn, importOwn, isOfThisSite } from '#device/exportOwn.ts';
import { todayIn } from '#messages/format.ts';
import type { SettingsWords } from '#messages/settingsWords.ts';
import type { OwnFile } from '#shared/ownFile.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { saveFile } from './saveFile.ts';
import { useOwnCounts } from './useOwnCounts.ts';

/** Ten thousand saved articles are about 100 MB. */
const MOST_BYTES = 500e6;

type Outcome = { readonly text: string; readonly isFault: boolean };
type Chosen = { readonly name: string; readonly own: OwnFile };

/** The export and the import of all that is the reader's own: what is under way, and what came of it. */
export function useOwnFile(words: SettingsWords, siteTitle: string) {
  const { loading } = useMessages();
  const { countAgain } = useOwnCounts();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** A file of another site, of which the reader has to say whether it is to be imported. */
  const [asked, setAsked] = useState<Chosen | null>(null);

  const run = async (work: () => Promise<Outcome | null>) => {
    setBusy(true);
    setOutcome({ text: loading, isFault: false });
    setOutcome(await work());
    setBusy(false);
    countAgain();
  };
  const read = async (file: File) => {
    const chosen = await readFile(file, words);
    if (!('own' in chosen)) return chosen;
    if (isOfThisSite(chosen.own)) return importChosen(chosen, words);
    setAsked(chosen);
    return null;
  };
  const answer = (chosen: Chosen, isToImport: boolean) => {
    setAsked(null);
    if (isToImport) void run(() => importChosen(chosen, words));
    else setOutcome({ text: words.left(chosen.name), isFault: false });
  };
  return {
    outcome,
    isBusy,
    asked,
    answer,
    exportFile: () => void run(() => exportFile(words, siteTitle)),
    importFile: (file: File) => void run(() => read(file)),
  };
}

async function exportFile(words: SettingsWords, siteTitle: string): Promise<Outcome> {
  const own = await collectOwn(siteTitle);
  const name = `broadsheet-${location.hostname}-${todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now())}.json`;
  saveFile(name, new Blob([JSON.stringify(own)], { type: 'application/json' }));
  return { text: words.exported(name), isFault: false };
}

async function readFile(file: File, words: SettingsWords): Promise<Chosen | Outcome> {
  if (file.size > MOST_BYTES) return { text: words.tooLarge(file.name), isFault: true };
  try {
    return { name: file.name, own: parseOwnFile(await file.text(), file.name) };
  } catch (error) {
    if (error instanceof NewerFormatError) return { text: words.tooNew(file.name), isFault: true };
    // A file that went while it was read has no field.
    return { text: words.notOurs(file.name, error instanceof FormatError ? error.field : ''), isFault: true };
  }
}

async function importChosen({ own }: Chosen, words: SettingsWords): Promise<Outcome> {
  await importOwn(own);
  return { text: words.imported(own.read.length, own.saved.length), isFault: false };
}
