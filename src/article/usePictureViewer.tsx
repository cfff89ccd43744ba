import { type ReactNode, useRef, useState } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import { frameOf, isSign, opensViewer } from './framePictures.ts';
import { isPlainClick } from './plainClick.ts';

const loadViewer = () => import('./PictureViewer.tsx');

/** Makes the browser's Back call `onBack` instead of leaving the page. Gives a function that ends this. */
export type HoldBack = (onBack: () => void) => () => void;

type Opened = {
  readonly PictureViewer: Awaited<ReturnType<typeof loadViewer>>['PictureViewer'];
  readonly pictures: readonly HTMLImageElement[];
  readonly first: number;
  readonly onClose: () => void;
};

type Viewer = {
  /** The viewer while it is open, or the news that its code did not come. */
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
  const [hasFailed, setFailed] = useState(false);
  const { failedText } = useMessages();
  const isLoading = useRef(false);

  const viewPicture = (event: React.MouseEvent<HTMLElement>) => {
    const frame = event.target instanceof Element ? frameOf(event.target) : null;
    const picture = frame?.querySelector('img');
    if (!frame || !picture || !opensViewer(frame) || !isPlainClick(event)) return false;
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll<HTMLImageElement>('.picture img')];
    const pictures = all.filter((picture) => !isSign(picture));
    void open(pictures, pictures.indexOf(picture));
    return true;
  };

  // Back belongs to the viewer only once there is one: its code may not come.
  const open = async (pictures: readonly HTMLImageElement[], first: number) => {
    if (isLoading.current) return; // A second press comes before the code.
    isLoading.current = true;
    setFailed(false);
    const loaded = await loadViewer().catch(() => null);
    isLoading.current = false;
    if (loaded === null) return setFailed(true);
    const release = holdBack(() => setOpened(null));
    const onClose = () => {
      release();
      setOpened(null);
    };
    setOpened({ PictureViewer: loaded.PictureViewer, pictures, first, onClose });
  };

  if (hasFailed) return { viewPicture, viewer: <span role="alert">{failedText}</span> };
  if (!opened) return { viewPicture, viewer: null };
  const { PictureViewer, ...shown } = opened;
  return { viewPicture, viewer: <PictureViewer {...shown} /> };
}
