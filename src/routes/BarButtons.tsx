import type { ReactNode } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import { useIsAttached } from '#ui/useIsAttached.ts';
import css from './BarButtons.module.css';
import type { Overlay } from './overlays.tsx';

/** Open the palette and the reading settings. */
export function BarButtons({ open }: { readonly open: (name: Overlay) => void }) {
  const { locale, palette, settings } = useMessages();
  const isAttached = useIsAttached();
  const button = (name: Overlay, label: string, sign: ReactNode) => (
    <button
      type="button"
      className={css.button}
      lang={locale}
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      disabled={!isAttached}
      onClick={() => open(name)}
    >
      {sign}
    </button>
  );
  return (
    <>
      {button('palette', palette.title, <Lens />)}
      {button('settings', settings.title, <span aria-hidden="true">Aa</span>)}
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
