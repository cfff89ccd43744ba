import { CHANGES, type DiskCall, onPatchedDisk, pass, READS, systemError, writeHalf } from './patchedDisk.ts';

/** How a disk fails, from a certain call on. */
export type Failure = {
  readonly code: 'ENOSPC' | 'EROFS' | 'EACCES' | 'EIO';
  /** Which calls count and fail: those that need room, all that change something, all. */
  readonly at: readonly ('lstatSync' | (typeof CHANGES)[number] | (typeof READS)[number])[];
  /** Whether all later ones fail too, only those of the same file, or none. */
  readonly until: 'ever' | 'other file' | 'once';
};

/** What happens to real disks. */
export const FAILURES: readonly Failure[] = [
  { code: 'ENOSPC', at: ['appendFileSync', 'copyFileSync', 'mkdirSync', 'writeFileSync', 'writeSync'], until: 'ever' },
  { code: 'EROFS', at: CHANGES, until: 'ever' },
  { code: 'EACCES', at: CHANGES, until: 'other file' },
  { code: 'EIO', at: [...CHANGES, ...READS], until: 'once' },
];

/**
 * Runs something whose `nth` call below a folder, counted from 1, fails. Of a file half is written by then. Answers how
 * often the folder was asked for.
 */
export async function onFailingDisk(
  { code, at, until }: Failure,
  { folder, nth }: { readonly folder: string; readonly nth: number },
  run: () => unknown,
): Promise<number> {
  let count = 0;
  let failed: string | undefined;
  const answer = (call: DiskCall) => {
    if (!call.path.startsWith(folder)) return pass(call);
    count++;
    const isAgain = failed !== undefined && (until === 'ever' || (until === 'other file' && failed === call.path));
    if (count !== nth && !isAgain) return pass(call);
    failed ??= call.path;
    if (call.name === 'writeFileSync' && code !== 'EACCES' && code !== 'EROFS') writeHalf(call);
    throw systemError(code, call);
  };
  await onPatchedDisk(at, answer, run);
  return count;
}
