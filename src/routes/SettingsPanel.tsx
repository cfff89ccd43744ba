import type { MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { ownWords } from '#messages/ownWords.ts';
import { SETTINGS_PATH } from '#shared/paths.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { InstallButton } from './InstallButton.tsx';
import type { Close } from './overlays.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import css from './SettingsPanel.module.css';

/** The reading settings over the screen that is read, and the way to all others. */
export function SettingsPanel({ close }: { readonly close: Close }) {
  const messages = useMessages();
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // Into another tab or window.
    event.preventDefault();
    close(() => void navigate(SETTINGS_PATH));
  };
  return (
    <Dialog title={messages.settings.title} onClose={() => close()}>
      <ReadingSettings />
      <InstallButton />
      <Link className={css.all} to={SETTINGS_PATH} onClick={follow}>
        {ownWords(messages).allSettings} ›
      </Link>
    </Dialog>
  );
}
