import { type ReactNode, useEffect, useId, useRef } from 'react';
import css from './Dialog.module.css';
import { useMessages } from './MessagesContext.ts';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** Called once it has closed, with the focus back where it was: by its button, Esc, or a click beside it. */
  readonly onClose: () => void;
};

/** A box at the side of the page, or at its foot on a phone. The page stays in sight, but out of reach. */
export function Dialog({ title, children, onClose }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { close, locale } = useMessages();

  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  // The keyboard's way to close it is Esc, which the browser sees to.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={box}
      className={css.dialog}
      lang={locale}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <div className={css.inside}>
        <h2 id={titleId}>{title}</h2>
        {children}
        <button type="button" className={css.close} onClick={() => box.current?.close()}>
          {close}
        </button>
      </div>
    </dialog>
  );
}
