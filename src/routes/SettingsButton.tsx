import { lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './SettingsButton.module.css';

const SettingsPanel = lazy(() => import('./SettingsPanel.tsx').then((module) => ({ default: module.SettingsPanel })));

/** Opens the reading settings, whose code is loaded when they are first wanted. Says it when that fails. */
export function SettingsButton() {
  const { failedText, locale, settings } = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={css.button}
        lang={locale}
        aria-label={settings.title}
        title={settings.title}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">Aa</span>
      </button>
      {isOpen && (
        <ErrorBoundary fallback={() => <span role="alert">{failedText}</span>}>
          <Suspense fallback={null}>
            <SettingsPanel onClose={() => setOpen(false)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
