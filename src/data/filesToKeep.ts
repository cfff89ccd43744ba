// The data files that the device may take along, and what each says.
import type { CalendarYear, DayIndex, Front, Links, Manifest, Period, SplitDay, StreamHead } from '#shared/archive.ts';
import { calendarFile, dayFile, FRONT_FILE, headFile, MANIFEST_FILE, periodFile } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { decodeDay, decodeHead, decodeLinks, decodeManifest, decodePeriod, type FileDecoder } from '#wire/decode.ts';
import { decodeCalendar, decodeFront } from '#wire/decodeScreens.ts';
import type { StreamId } from './queries.ts';

/** A data file that publishing changes: its path below `data/`, and what checks it. */
export type FileToKeep<T> = { readonly path: string; readonly decode: FileDecoder<T> };

/** The manifest. */
export const MANIFEST: FileToKeep<Manifest> = { path: MANIFEST_FILE, decode: decodeManifest };

/** What stands beside the stream on the front page. */
export const FRONT: FileToKeep<Front> = { path: FRONT_FILE, decode: decodeFront };

/** The head of a stream. */
export function headOf({ kind, slug }: StreamId): FileToKeep<StreamHead> {
  return { path: headFile(kind, slug), decode: decodeHead };
}

/** A period of a stream. */
export function periodOf({ kind, slug }: StreamId, period: string): FileToKeep<Period> {
  return { path: periodFile(kind, slug, period), decode: decodePeriod };
}

/** The index of a day. */
export function indexOf(day: Day): FileToKeep<DayIndex | SplitDay> {
  return indexAt(dayFile(day));
}

/** The index of a day, or a part of it, by its path. */
export function indexAt(path: string): FileToKeep<DayIndex | SplitDay> {
  return { path, decode: decodeDay };
}

/** Days of addresses that do not show it, by the path of their file. */
export function linksAt(path: string): FileToKeep<Links> {
  return { path, decode: decodeLinks };
}

/** A year of the archive, day by day. */
export function calendarOf(year: string): FileToKeep<CalendarYear> {
  return { path: calendarFile(year), decode: decodeCalendar };
}
