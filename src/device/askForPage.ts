// What a real page brought with it was never asked for, so the worker has not kept it.
import { loadArticle } from '#data/archiveClient.ts';
import { dataUrl } from '#data/fetchFile.ts';
import { readPage } from '#data/readPage.ts';
import { headFile, MANIFEST_FILE } from '#shared/paths.ts';

/**
 * The data files of the page that the browser has loaded, for the worker to keep; none where the app asked for them
 * itself. The article's are asked for here, since only its day tells where it lies.
 */
export function askForPage(): readonly string[] {
  const page = readPage();
  if (page === null) return [];
  const { address, article, head } = page;
  if (article) void loadArticle(address).catch(() => {}); // Without it the page is not there offline, and that is all.
  const files = [MANIFEST_FILE, ...(head ? [headFile(head.kind, head.slug)] : [])];
  return files.map((file) => new URL(dataUrl(file), document.baseURI).href);
}
