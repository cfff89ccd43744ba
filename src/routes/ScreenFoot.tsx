import { useLocation } from 'react-router';
import { BottomBar } from './BottomBar.tsx';
import { OwnNotices } from './OwnNotices.tsx';

/** What stands at the foot of every screen but an article: places, and what there is to say of the reader's own. */
export function ScreenFoot({ openPalette }: { readonly openPalette: () => void }) {
  return (
    <>
      <OwnNotices key={useLocation().pathname} />
      <BottomBar openPalette={openPalette} />
    </>
  );
}
