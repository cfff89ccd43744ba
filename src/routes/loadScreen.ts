// Apart from routes.tsx, so that it is loaded with what attaches to real pages.
import { ARCHIVE_PATH, dayScreenInAddress, directoryInAddress, foldAddress, streamInAddress } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';
import { ArchivePage, ArticlePage, DayPage, DirectoryPage, HomePage, StreamPage } from './screens.ts';

/** Loads the code of the screen at an address, so that its first render is whole. Rejects when it does not come. */
export async function loadScreen(address: Address, isArticle: boolean): Promise<void> {
  await (isArticle ? ArticlePage : screenFor(address))?.load();
}

/** The screen of an address that no post owns; null where there is none. */
function screenFor(address: Address) {
  const folded = foldAddress(address);
  if (folded === '/') return HomePage;
  if (streamInAddress(address)) return StreamPage;
  if (directoryInAddress(address)) return DirectoryPage;
  if (dayScreenInAddress(address)) return DayPage;
  return folded === foldAddress(ARCHIVE_PATH) ? ArchivePage : null;
}
