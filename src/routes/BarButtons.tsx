import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SAVED_PATH } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { useIsAttached } from '#ui/useIsAttached.ts';
import css from './BarButtons.module.css';
import type { Overlay } from './overlays.tsx';

/** Open the palette, what is saved, and the reading settings. */
export function BarButtons({ open }: { readonly open: (name: Overlay) => void }) {
  const { locale, palette, saved, settings } = useMessages();
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
      {button('palette', palette.title, <Sign path="M13 13l5 5M8.5 2a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13" />)}
      <Link to={SAVED_PATH} className={css.button} lang={locale} aria-label={saved.title} title={saved.title}>
        <Sign path="M4.5 2h11v16l-5.5-5l-5.5 5z" />
      </Link>
      {button('settings', settings.title, <span aria-hidden="true">Aa</span>)}
    </>
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 20 20" width="20" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
