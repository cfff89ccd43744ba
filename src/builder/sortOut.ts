import type { Classified } from './find/classifyPath.ts';
import { readStamped } from './find/readStamped.ts';
import type { Revised } from './Revised.ts';

/**
 * The posts and static files among some paths that are not as they were noted, with what is due and what could not be
 * read. What cannot be read now is reported, and is neither.
 */
export function sortOut(paths: readonly string[], classify: (path: string) => Classified, run: Revised) {
  const [posts, others]: [string[], string[]] = [[], []];
  const { due, unread = [] } = run.root;
  const isOpen = new Set([
    ...due.filter(({ instantMs }) => instantMs <= run.options.nowMs).map(({ path }) => path),
    ...unread,
  ]);
  for (const path of new Set([...paths, ...isOpen])) {
    const { role, isThere, trouble } = classify(path);
    if (trouble !== undefined) run.report.addUnread(path, trouble);
    else if (role?.kind === 'other') others.push(path);
    else if (isThere ? isNew(path, isOpen.has(path), run) : run.ledger.file(path)) posts.push(path);
  }
  return { posts, others };
}

/**
 * Whether a file that is there must be read as a post: it is open what became of it, or its content is not the noted
 * one, as far as can be told. Notes a new stamp of the same content.
 */
function isNew(path: string, isOpen: boolean, { options, ledger, report }: Revised): boolean {
  const file = readStamped(options.folder, path, report);
  if (file === null) return false;
  const note = ledger.file(path);
  if (isOpen || file.stamp.hash !== note?.hash) return true;
  if (file.stamp.mtimeMs !== note.mtimeMs) ledger.setFile(path, { ...note, ...file.stamp });
  return false;
}
