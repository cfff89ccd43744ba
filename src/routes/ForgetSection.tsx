import { useState } from 'react';
import { forgetOwn } from '#device/forgetOwn.ts';
import { forgetReadMarks } from '#device/readMarks.ts';
import type { SettingsWords } from '#messages/settingsWords.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import css from './SettingsPage.module.css';
import { useOwnCounts } from './useOwnCounts.ts';

/** What is asked for twice before it is done. */
type Deed = {
  readonly name: string;
  readonly text?: string;
  readonly work: () => Promise<void>;
  /** What is said afterwards. */
  readonly done: string;
};

/** Forgets what was read, or deletes all that is the reader's own, once they have said so twice. */
export function ForgetSection({ words }: { readonly words: SettingsWords }) {
  const { countAgain } = useOwnCounts();
  const [asked, setAsked] = useState<Deed | null>(null);
  const [outcome, setOutcome] = useState('');

  const forget: Deed = { name: words.forgetRead, work: forgetReadMarks, done: words.forgotRead };
  const deleteAll: Deed = { name: words.forgetAll, text: words.forgetAllText, work: forgetOwn, done: words.forgotAll };
  const run = async ({ work, done }: Deed) => {
    setAsked(null);
    await work();
    setOutcome(done);
    countAgain();
  };
  return (
    <section>
      <h2>{words.forget}</h2>
      <div className={css.buttons}>
        {[forget, deleteAll].map((deed) => (
          <Button key={deed.name} aria-haspopup="dialog" onClick={() => setAsked(deed)}>
            {deed.name}
          </Button>
        ))}
      </div>
      <output>{outcome}</output>
      {asked && (
        <Dialog title={asked.name} onClose={() => setAsked(null)}>
          {asked.text !== undefined && <p>{asked.text}</p>}
          <div className={css.buttons}>
            <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
            <Button onClick={() => void run(asked)}>{asked.name}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
