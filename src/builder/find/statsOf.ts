import { lstatSync, type Stats } from 'node:fs';

/**
 * What the disk says of a path itself, links not followed; undefined when there is nothing, a file stands where a folder
 * of the path was, or it cannot be looked at. So who takes it for gone must look again.
 */
export function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
