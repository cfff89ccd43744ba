import { useLocation } from 'react-router';
import { BottomBar } from './BottomBar.tsx';
import { OwnNotices } from './OwnNotices.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';

type Props = {
  /** Whether the ways stand there, on phones: not under an article. */
  readonly hasPlaces: boolean;
  readonly openPalette: () => void;
};

/** What stands at the foot of every screen. Nothing of it is there when the page is drawn first. */
export function ScreenFoot({ hasPlaces, openPalette }: Props) {
  const { pathname } = useLocation();
  return (
    <>
      <UpdateNotice isOver={hasPlaces} />
      {hasPlaces && (
        <>
          <OwnNotices key={pathname} />
          <BottomBar openPalette={openPalette} />
        </>
      )}
    </>
  );
}
