import { keepSaved } from './keepSaved.ts';
import { followReadMarks } from './readMarks.ts';

/** Shows what this device has of the reader's own, and what other tabs change of it. Never rejects. */
export async function followOwn(): Promise<void> {
  await Promise.all([followReadMarks(), keepSaved()]);
}
