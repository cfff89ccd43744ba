import { followReadMarks } from './readMarks.ts';
import { followSaved } from './savedPosts.ts';

/** Shows what this device has of the reader's own, and what other tabs change of it. Never rejects. */
export async function followOwn(): Promise<void> {
  await Promise.all([followReadMarks(), followSaved()]);
}
