import { useState } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import { PictureStage } from './PictureStage.tsx';
import css from './PictureViewer.module.css';
import { useModal } from './useModal.ts';
import { useZoom } from './useZoom.ts';
import { ViewerBar } from './ViewerBar.tsx';
import { moveFor } from './viewerKeys.ts';

type Props = {
  /** The pictures as they stand in the text, at least one. */
  readonly pictures: readonly HTMLImageElement[];
  /** Which of them is shown first. */
  readonly first: number;
  /** Called when the reader closes it. */
  readonly onClose: () => void;
};

/** Pictures over the whole window, one at a time, each as large as it can be had. */
export function PictureViewer({ pictures, first, onClose }: Props) {
  const { pictures: title } = useMessages();
  const [index, setIndex] = useState(first);
  const zoom = useZoom();
  const dialog = useModal(pictures[first]);
  const picture = pictures[index];
  const caption = picture?.closest('figure')?.querySelector('figcaption')?.textContent.trim() || picture?.alt;

  const turn = (by: 1 | -1) => {
    zoom.reset();
    setIndex((index + by + pictures.length) % pictures.length);
  };
  const obey = (event: React.KeyboardEvent) => {
    const move = moveFor(event, zoom.view.scale > 1);
    if (!move) return;
    event.preventDefault();
    if ('turn' in move) turn(move.turn);
    else zoom.change(move.change);
  };
  return (
    // The keys do no more than the buttons and a finger can.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={css.viewer}
      aria-label={title}
      onKeyDown={obey}
      onClose={({ currentTarget }) => currentTarget.open || onClose()}
    >
      <ViewerBar
        place={{ index, count: pictures.length }}
        onTurn={turn}
        onZoom={zoom.by}
        onClose={() => dialog.current?.close()}
      />
      {picture && <PictureStage key={index} picture={picture} zoom={zoom} onTurn={turn} />}
      <p className={css.caption}>{caption}</p>
    </dialog>
  );
}
