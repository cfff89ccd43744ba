import { useState } from 'react';
import { forgetOwn } from '#device/forgetOwn.ts';
import { forgetReadMarks } from '#device/readMarks.ts';
import type { SettingsWords } from '#messages/settingsWords.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import css from './SettingsPage.module.css';
import { useOwnCounts } from './useOwnCounts.ts';

/** Forgets what was read, or deletes all that is the reader's own, once they have said so twice. */
export function ForgetSection({ words }: { readonly words: SettingsWords }) {
  const { countAgain } = useOwnCounts();
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState('');

  const run = async (work: () => Promise<void>, done: string) => {
    setAsking(false);
    await work();
    setOutcome(done);
    countAgain();
  };
  return (
    <section>
      <h2>{words.forget}</h2>
      <div className={css.buttons}>
        <Button onClick={() => void run(forgetReadMarks, words.forgotRead)}>{words.forgetRead}</Button>
        <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {words.forgetAll}
        </Button>
      </div>
      <output>{outcome}</output>
      {isAsking && (
        <Dialog title={words.forgetAll} onClose={() => setAsking(false)}>
          <p>{words.forgetAllText}</p>
          <div className={css.buttons}>
            <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
            <Button onClick={() => void run(forgetOwn, words.forgotAll)}>{words.forgetAll}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
