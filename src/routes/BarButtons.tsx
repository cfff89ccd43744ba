import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './BarButtons.module.css';
import type { Overlay } from './overlays.tsx';
import { overlayOf } from './singleKeys.ts';

/**
 * Opens the palette and the reading settings, and answers the keys that work on every screen. What they open is loaded
 * when it is first wanted; it says so when that fails.
 */
export function BarButtons() {
  const { failedText, locale, palette, settings } = useMessages();
  const [shown, setShown] = useState<ReactNode>(null);
  const isOpen = useRef(false);

  const show = (overlay: ReactNode) => {
    isOpen.current = overlay !== null;
    setShown(overlay);
  };
  const open = async (name: Overlay) => {
    if (isOpen.current) return;
    isOpen.current = true; // Already: a second press may come before the code.
    const overlays = await import('./overlays.tsx').catch(() => null);
    if (overlays) return overlays.openOverlay(name, show);
    show(null);
    setShown(<span role="alert">{failedText}</span>);
  };

  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const name = overlayOf(event);
      if (name === null) return;
      event.preventDefault();
      void open(name);
    };
    window.addEventListener('keydown', answer);
    return () => window.removeEventListener('keydown', answer);
  });

  const button = (name: Overlay, label: string, sign: ReactNode) => (
    <button
      type="button"
      className={css.button}
      lang={locale}
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      onClick={() => void open(name)}
    >
      {sign}
    </button>
  );
  return (
    <>
      {button('palette', palette.title, <Lens />)}
      {button('settings', settings.title, <span aria-hidden="true">Aa</span>)}
      {shown}
    </>
  );
}

function Lens() {
  return (
    <svg viewBox="0 0 20 20" width="20" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d="M13 13l5 5M8.5 2a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13" />
    </svg>
  );
}
