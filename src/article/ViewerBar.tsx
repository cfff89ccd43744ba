import { useMessages } from '#ui/MessagesContext.ts';
import css from './PictureViewer.module.css';

type Props = {
  readonly place: { readonly index: number; readonly count: number };
  readonly onTurn: (by: 1 | -1) => void;
  readonly onZoom: (factor: number) => void;
  readonly onClose: () => void;
};

/** Which picture it is, and the buttons of the viewer. */
export function ViewerBar({ place, onTurn, onZoom, onClose }: Props) {
  const words = useMessages();
  return (
    <div className={css.bar} lang={words.locale}>
      <p className={css.place} aria-live="polite">
        {words.pictureOf(place.index + 1, place.count)}
      </p>
      {place.count > 1 && (
        <>
          <SignButton sign="‹" label={words.previousPicture} onPress={() => onTurn(-1)} />
          <SignButton sign="›" label={words.nextPicture} onPress={() => onTurn(1)} />
        </>
      )}
      <SignButton sign="−" label={words.zoomOut} onPress={() => onZoom(1 / 1.5)} />
      <SignButton sign="+" label={words.zoomIn} onPress={() => onZoom(1.5)} />
      <SignButton sign="×" label={words.close} onPress={onClose} />
    </div>
  );
}

type SignProps = { readonly sign: string; readonly label: string; readonly onPress: () => void };

function SignButton({ sign, label, onPress }: SignProps) {
  return (
    <button type="button" className={css.sign} aria-label={label} title={label} onClick={onPress}>
      {sign}
    </button>
  );
}
