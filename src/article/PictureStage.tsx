import { useEffect, useState } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './PictureViewer.module.css';
import { pointOn, useFingers } from './useFingers.ts';
import type { Zoom } from './useZoom.ts';
import { zoomAt } from './zoom.ts';

type Props = {
  readonly picture: HTMLImageElement;
  readonly zoom: Zoom;
  readonly onTurn: (by: 1 | -1) => void;
};

/** One picture, which fingers, wheel and double click make larger. */
export function PictureStage({ picture, zoom, onTurn }: Props) {
  const { picture: word, pictureFailed } = useMessages();
  const [hasFailed, setHasFailed] = useState(false);
  const src = useLargest(picture);
  const { stage, view } = zoom;
  const fingers = useFingers(zoom, onTurn);
  useWheel(zoom);
  return (
    <div ref={stage} className={css.stage} {...fingers}>
      {hasFailed ? (
        <p>{pictureFailed}</p>
      ) : (
        <img
          className={css.picture}
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
          src={src}
          alt={picture.alt || word}
          referrerPolicy="no-referrer"
          draggable={false}
          onError={() => setHasFailed(true)}
        />
      )}
    </div>
  );
}

/** The address of the picture in the text, and once that is there, of its larger original. */
function useLargest(picture: HTMLImageElement): string {
  const [src, setSrc] = useState(picture.src);
  const link = picture.parentElement;
  const original = link instanceof HTMLAnchorElement && link.dataset['b'] === 'original' ? link.href : null;
  useEffect(() => {
    if (original === null) return;
    const large = new Image();
    large.referrerPolicy = 'no-referrer';
    const show = () => setSrc(original);
    large.addEventListener('load', show);
    large.src = original;
    return () => large.removeEventListener('load', show);
  }, [original]);
  return src;
}

// Without the browser's own zoom and scrolling, which React's passive listener could not prevent.
function useWheel({ stage, change }: Zoom): void {
  useEffect(() => {
    const node = stage.current;
    const turnWheel = (event: WheelEvent) => {
      event.preventDefault();
      if (!node) return;
      const at = pointOn(node, event);
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 16;
      // A pinch on a touchpad comes as a wheel with Control, and in small steps.
      const factor = Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002));
      change((view, room) => zoomAt(view, factor, at, room));
    };
    node?.addEventListener('wheel', turnWheel, { passive: false });
    return () => node?.removeEventListener('wheel', turnWheel);
  }, [stage, change]);
}
