// What single screens ask beside the streams. Apart from queries.ts, so that it is loaded with them.
import { queryOptions } from '@tanstack/react-query';
import type { NamedKind } from '#shared/archive.ts';
import { calendarFile, directoryFile, FRONT_FILE } from '#shared/paths.ts';
import { decodeCalendar, decodeDirectory, decodeFront } from '#wire/decodeScreens.ts';
import { fetchJson } from './fetchFile.ts';

/** What stands beside the stream on the front page. */
export const frontQuery = () =>
  queryOptions({
    queryKey: ['front'],
    queryFn: ({ signal }) => fetchJson(FRONT_FILE, decodeFront, { signal }),
  });

/** All categories, tags or sources, the largest first. */
export const directoryQuery = (kind: NamedKind) =>
  queryOptions({
    queryKey: ['directory', kind],
    queryFn: ({ signal }) => fetchJson(directoryFile(kind), decodeDirectory, { signal }),
  });

/** A year of the archive, day by day. */
export const calendarQuery = (year: string) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => fetchJson(calendarFile(year), decodeCalendar, { signal }),
  });
