import { ARCHIVE_PATH, directoryPath, MANIFEST_FILE } from '#shared/paths.ts';
import type { Address } from '#shared/post.ts';

/** The screens whose pages hold the whole manifest. */
export const MANIFEST_SCREENS: readonly Address[] = [
  '/',
  directoryPath('category'),
  directoryPath('tag'),
  directoryPath('source'),
  ARCHIVE_PATH,
];

const HOLDING = new Set([
  `data/${MANIFEST_FILE}`,
  ...MANIFEST_SCREENS.map((address) => `${address.slice(1)}index.html`),
]);

/** Whether a file names the generation of the site, so that it cannot count in it: the manifest, and pages that have it. */
export function holdsGeneration(path: string): boolean {
  return HOLDING.has(path);
}
