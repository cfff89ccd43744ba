import { type MouseEvent, useState } from 'react';
import { applyUpdate, useHasUpdate } from '#device/updates.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { passFocus } from './passFocus.ts';
import css from './UpdateNotice.module.css';

type Props = {
  /** Whether it lies over the screen, where it can be sent away; else it follows it. Nothing lies over an article. */
  readonly isOver: boolean;
};

/** Says, once, that a newer release of the reader is here, and starts it on the reader's word. */
export function UpdateNotice({ isOver }: Props) {
  const { locale, update: words } = useMessages();
  const hasUpdate = useHasUpdate();
  const [isLater, setLater] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const start = () => {
    setBusy(true);
    void applyUpdate(() => location.reload());
  };
  const dismiss = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    passFocus(currentTarget);
    setLater(true);
  };
  return (
    <output className={isOver ? `${css.notice} ${css.over}` : css.notice} lang={locale}>
      {hasUpdate && !(isOver && isLater) && (
        <p>
          {words.ready}
          <button type="button" aria-disabled={isBusy || undefined} onClick={start}>
            {words.use}
          </button>
          {isOver && (
            <button type="button" onClick={dismiss}>
              {words.later}
            </button>
          )}
        </p>
      )}
    </output>
  );
}
