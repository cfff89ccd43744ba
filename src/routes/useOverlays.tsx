import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import type { Overlay } from './overlays.tsx';
import { overlayOf } from './singleKeys.ts';

type Overlays = {
  /** What lies over the screen now. */
  readonly shown: ReactNode;
  readonly open: (name: Overlay) => void;
};

/**
 * The palette, the help and the reading settings, and the keys that open them on every screen. Their code is loaded when
 * it is first wanted; `shown` says so when that fails.
 */
export function useOverlays(): Overlays {
  const { failedText } = useMessages();
  const [shown, setShown] = useState<ReactNode>(null);
  const isOpen = useRef(false);

  const show = (overlay: ReactNode) => {
    isOpen.current = overlay !== null;
    setShown(overlay);
  };
  const load = async (name: Overlay) => {
    if (isOpen.current) return;
    isOpen.current = true; // Already: a second press may come before the code.
    const overlays = await import('./overlays.tsx').catch(() => null);
    if (overlays) return overlays.openOverlay(name, show);
    show(null);
    setShown(<span role="alert">{failedText}</span>);
  };
  const open = (name: Overlay) => void load(name);

  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const name = overlayOf(event);
      if (name === null) return;
      event.preventDefault();
      open(name);
    };
    window.addEventListener('keydown', answer);
    return () => window.removeEventListener('keydown', answer);
  });

  return { shown, open };
}
