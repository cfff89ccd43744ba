import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { frameOf, isSign, opensViewer } from './framePictures.ts';
import { isPlainClick } from './plainClick.ts';

const PictureViewer = lazy(() => import('./PictureViewer.tsx').then((file) => ({ default: file.PictureViewer })));

/** Makes the browser's Back call `onBack` instead of leaving the page. Gives a function that ends this. */
export type HoldBack = (onBack: () => void) => () => void;

type Opened = {
  readonly pictures: readonly HTMLImageElement[];
  readonly first: number;
  readonly onClose: () => void;
};

type Viewer = {
  /** The viewer while it is open. */
  readonly viewer: ReactNode;
  /** Opens the viewer when the click is on a picture that can be opened, and says whether it is. */
  readonly viewPicture: (event: React.MouseEvent<HTMLElement>) => boolean;
};

/**
 * The viewer for a text with framed pictures. Its code comes when the first picture is opened. Once it has closed the
 * focus is back on that picture.
 */
export function usePictureViewer(holdBack: HoldBack): Viewer {
  const [opened, setOpened] = useState<Opened | null>(null);

  const viewPicture = (event: React.MouseEvent<HTMLElement>) => {
    const frame = event.target instanceof Element ? frameOf(event.target) : null;
    const picture = frame?.querySelector('img');
    if (!frame || !picture || !opensViewer(frame) || !isPlainClick(event)) return false;
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll<HTMLImageElement>('.picture img')];
    const pictures = all.filter((picture) => !isSign(picture));
    const release = holdBack(() => setOpened(null));
    const onClose = () => {
      release();
      setOpened(null);
    };
    setOpened({ pictures, first: pictures.indexOf(picture), onClose });
    return true;
  };

  if (!opened) return { viewPicture, viewer: null };
  const viewer = (
    <ErrorBoundary fallback={() => null}>
      <Suspense fallback={null}>
        <PictureViewer {...opened} />
      </Suspense>
    </ErrorBoundary>
  );
  return { viewPicture, viewer };
}
