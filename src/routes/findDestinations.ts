import type { Directory, NamedKind } from '#shared/archive.ts';
import {
  ARCHIVE_PATH,
  dayPath,
  directoryPath,
  OFFLINE_PATH,
  SAVED_PATH,
  SETTINGS_PATH,
  streamPath,
} from '#shared/paths.ts';
import type { Address, Day } from '#shared/post.ts';
import { awayWords } from '#messages/awayWords.ts';
import { longDate, monthOf } from '#messages/format.ts';
import type { Messages } from '#messages/messages.ts';
import { ownWords } from '#messages/ownWords.ts';
import type { NameMatcher } from './nameMatcher.ts';
import { periodInWords } from './periodInWords.ts';

/** Where the palette leads. */
export type Destination = {
  readonly to: Address;
  readonly name: string;
  /** How many posts there are; absent where nobody counts. */
  readonly count?: number;
};

/** Destinations of one kind under its name. What posts call it is in the site's language, all else in the reader's. */
export type Group = {
  readonly kind: 'day' | 'screen' | NamedKind;
  readonly name: string;
  readonly destinations: readonly Destination[];
};

type Known = {
  /** The directories that have come. */
  readonly directories: readonly Directory[];
  readonly isMeant: NameMatcher;
  readonly today: Day;
  readonly messages: Messages;
};

const MOST = 8;

/** What a reader may mean by a text: days, screens, categories, tags, sources. Without a text, the screens. */
export function findDestinations(text: string, known: Known): readonly Group[] {
  const { directories, isMeant, today, messages } = known;
  const screens = screensIn(messages).filter(({ name }) => isMeant(name, text));
  const streams = text.trim() === '' ? [] : directories.map((directory) => streamsIn(directory, text, known));
  const groups: readonly Group[] = [
    { kind: 'day', name: messages.palette.day, destinations: daysIn(text, today, messages) },
    { kind: 'screen', name: messages.siteNav, destinations: screens },
    ...streams,
  ];
  return groups.filter(({ destinations }) => destinations.length > 0);
}

function daysIn(text: string, today: Day, messages: Messages): readonly Destination[] {
  const period = periodInWords(text, today);
  if (period === null) return [];
  if (period.length === '2022-05-30'.length) return [{ to: dayPath(period), name: longDate(period, messages) }];
  return [{ to: `/?from=${period}`, name: period.length === '2022'.length ? period : monthOf(period, messages) }];
}

function screensIn(messages: Messages): readonly Destination[] {
  return [
    { to: '/', name: messages.home },
    { to: directoryPath('category'), name: messages.sections },
    { to: directoryPath('tag'), name: messages.tags },
    { to: directoryPath('source'), name: messages.source },
    { to: ARCHIVE_PATH, name: messages.archive },
    { to: SAVED_PATH, name: messages.saved.title },
    { to: OFFLINE_PATH, name: awayWords(messages).title },
    { to: SETTINGS_PATH, name: ownWords(messages).allSettings },
  ];
}

// The directory has the largest first.
function streamsIn({ kind, streams }: Directory, text: string, { isMeant, messages }: Known): Group {
  const found = streams.filter(({ name }) => isMeant(name, text)).slice(0, MOST);
  const destinations = found.map(({ slug, name, count }) => ({ to: streamPath(kind, slug), name, count }));
  return { kind, name: messages[kind], destinations };
}
