import type { MentionCount } from '#shared/archive.ts';
import { type CountByDay, calendarFiles } from './calendar.ts';
import type { DataFile } from './dataFile.ts';
import { directoryFiles } from './directories.ts';
import { frontFile } from './front.ts';
import { type Stream, streamFiles } from './streamFiles.ts';

/** What lists of posts tell beside headlines. */
export type Beside = {
  /** What the posts of the last day mention most. */
  readonly mentions: readonly MentionCount[];
  /** How many problems the posts of each day have. */
  readonly problems: CountByDay;
};

/** Every file that lists posts but the manifest: streams, directories, front page, calendars. */
export function* listFiles(streams: readonly Stream[], { mentions, problems }: Beside): Generator<DataFile> {
  for (const stream of streams) yield* streamFiles(stream);
  yield* directoryFiles(streams);
  yield frontFile(streams, mentions);
  for (const { kind, rows } of streams) if (kind === 'all') yield* calendarFiles(rows, problems);
}
