import { onPatchedDisk, pass, READS, systemError } from './patchedDisk.ts';

/**
 * Runs something to which the disk answers with an error (`EACCES`, `EIO`) for a file or folder: it is seen, but cannot
 * be read, and nothing in it can be looked at.
 */
export async function whileUnreadable<T>(blocked: string, code: string, run: () => T): Promise<Awaited<T>> {
  return await onPatchedDisk(
    READS,
    (call) => {
      const isSeen = call.path === blocked && ['lstatSync', 'statSync'].includes(call.name);
      if ((call.path === blocked || call.path.startsWith(`${blocked}/`)) && !isSeen) throw systemError(code, call);
      return pass(call);
    },
    run,
  );
}

/** Runs something while only the `nth` opening of a file, counted from 1, meets an error of the disk. */
export async function onBadOpening<T>(file: string, nth: number, run: () => T): Promise<Awaited<T>> {
  let count = 0;
  return await onPatchedDisk(
    ['openSync'],
    (call) => {
      if (call.path === file && ++count === nth) throw systemError('EIO', call);
      return pass(call);
    },
    run,
  );
}
