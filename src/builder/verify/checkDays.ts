import type { CalendarYear, Manifest, PeriodCount } from '#shared/archive.ts';
import { calendarFile, headFile, MANIFEST_FILE } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import { checkDay } from './checkDay.ts';
import { inData, type SiteCheck } from './SiteCheck.ts';
import { readHead, type StreamRow, streamRows } from './streamRows.ts';
import { Told } from './Told.ts';

const ALL = inData(headFile('all', ''));

/**
 * Goes through the stream of all and the calendars, from the newest day to the oldest, and checks each day against both.
 * Answers with what the other lists must hold.
 */
export function checkDays(check: SiteCheck, manifest: Manifest): Told {
  const told = new Told();
  const head = readHead(check, 'data/streams/all');
  if (head === null) return told;
  if (head.count !== manifest.count) check.fail(ALL, `counts ${head.count} posts, the manifest ${manifest.count}`);
  if (JSON.stringify(head.newest) !== JSON.stringify(manifest.newest))
    check.fail(inData(MANIFEST_FILE), 'has other newest headlines than streams/all');
  if (head.name !== manifest.site.title)
    check.fail(ALL, `is named ${head.name}, the manifest names the site ${manifest.site.title}`);
  const days: Day[] = [];
  const rows = new DayReader(streamRows(check, 'data/streams/all', head));
  for (const year of head.years)
    for (const { day, count } of daysOf(check, year)) {
      for (const row of rows.before(day)) failStray(check, row);
      checkDay(check, { day, count, rows: rows.of(day) }, told);
      if (days.push(day) > 2) days.splice(1, 1); // Newest and oldest are enough.
    }
  for (const row of rows.before('')) failStray(check, row);
  if (days[0] !== manifest.lastDay || days.at(-1) !== manifest.firstDay)
    check.fail(inData(MANIFEST_FILE), `goes from ${manifest.firstDay} to ${manifest.lastDay}, its calendars do not`);
  told.isWhole = check.problemCount === 0;
  return told;
}

function failStray(check: SiteCheck, { file, headline, day }: StreamRow): void {
  check.fail(file, `names ${headline.address} of ${day}, a day that its calendar does not count`);
}

/** A year's days with posts, newest first. */
function daysOf(check: SiteCheck, { period: year, count }: PeriodCount): readonly { day: Day; count: number }[] {
  const file = inData(calendarFile(year));
  const days = check.look<CalendarYear, readonly { day: Day; count: number }[]>(file, ({ counts }) => {
    const days = counts.map((count, index) => {
      return { day: new Date(Date.UTC(Number(year), 0, 1 + index)).toISOString().slice(0, 10), count };
    });
    return days.filter(({ count }) => count !== 0).toReversed();
  });
  const counted = days?.reduce((sum, day) => sum + day.count, 0);
  if (counted !== undefined && counted !== count)
    check.fail(file, `counts ${counted} posts, and streams/all has ${count} of ${year}`);
  return days ?? [];
}

/** Hands out a stream's headlines, newest first, day by day. */
class DayReader {
  readonly #rows: Iterator<StreamRow>;
  #next: StreamRow | undefined;

  constructor(rows: Iterator<StreamRow>) {
    this.#rows = rows;
    this.#step();
  }

  /** The next headlines, as long as they are of that day. */
  of(day: Day): readonly StreamRow[] {
    return this.#while((row) => row.day === day);
  }

  /** The next headlines, as long as they are of later days. */
  before(day: Day): readonly StreamRow[] {
    return this.#while((row) => row.day > day);
  }

  #while(isWanted: (row: StreamRow) => boolean): readonly StreamRow[] {
    const taken: StreamRow[] = [];
    for (; this.#next && isWanted(this.#next); this.#step()) taken.push(this.#next);
    return taken;
  }

  #step(): void {
    const { done, value } = this.#rows.next();
    this.#next = done ? undefined : value;
  }
}
