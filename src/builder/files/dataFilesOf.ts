import type { DataFiles } from './dataFile.ts';
import type { SiteWriter } from './SiteWriter.ts';

const data = (path: string) => `data/${path}`;

/** The data files of the site that a writer writes. */
export function dataFilesOf(writer: SiteWriter): DataFiles {
  return {
    read: (path) => writer.read(data(path)),
    put: ({ path, bytes }) => writer.put(data(path), bytes),
    remove: (path) => writer.remove(data(path)),
  };
}
