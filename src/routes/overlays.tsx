// What a key or a button opens over any screen. One chunk, loaded when the first of them is wanted.
import type { ReactNode } from 'react';
import { holdBack } from './holdBack.ts';
import { KeyHelp } from './KeyHelp.tsx';
import { Palette } from './Palette.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';

/** The name of what can be opened. */
export type Overlay = 'palette' | 'help' | 'settings';

/** Closes what is open. What is to come then waits until the history is again as it was before. */
export type Close = (afterwards?: () => void) => void;

/** Shows one of them, until it closes itself or the reader goes back. */
export function openOverlay(name: Overlay, show: (overlay: ReactNode) => void): void {
  const release = holdBack(() => show(null));
  const close: Close = (afterwards) => {
    show(null);
    release(afterwards);
  };
  const onClose = () => close();
  const overlays: Readonly<Record<Overlay, ReactNode>> = {
    palette: <Palette close={close} openHelp={() => close(() => openOverlay('help', show))} />,
    help: <KeyHelp onClose={onClose} />,
    settings: <SettingsPanel close={close} />,
  };
  show(overlays[name]);
}
