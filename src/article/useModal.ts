import { type RefObject, useLayoutEffect, useRef } from 'react';
import { frameOf } from './framePictures.ts';

/**
 * Opens a dialog as a modal one when it is mounted, with the page behind it standing still. When it goes, the focus is
 * on the picture it was opened from: some browsers do not focus what the mouse clicks, and would not find it by themselves.
 */
export function useModal(opener: HTMLImageElement | undefined): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const modal = dialog.current;
    const { style } = document.documentElement;
    const { overflow } = style;
    modal?.showModal();
    style.overflow = 'hidden';
    return () => {
      style.overflow = overflow;
      modal?.close();
      if (opener) frameOf(opener)?.focus({ preventScroll: true });
    };
  }, [opener]);
  return dialog;
}
