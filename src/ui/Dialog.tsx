import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import css from './Dialog.module.css';
import { useMessages } from './MessagesContext.ts';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** At the side of the page by default; on top what one types in, where no keyboard on the screen covers it. */
  readonly place?: 'side' | 'top';
  /** Called once it has closed, with the focus back where it was: by its button, Esc, or a click beside it. */
  readonly onClose: () => void;
};

/** A box over the page; at its side, on a phone at its foot. The page stays in sight, but out of reach. */
export function Dialog({ title, children, place = 'side', onClose }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { close, locale } = useMessages();

  // While it is still on the page: closing gives back the focus.
  useLayoutEffect(() => {
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
      data-place={place}
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
