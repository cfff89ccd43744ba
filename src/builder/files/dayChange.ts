import type { Day, Headline, Mention } from '#shared/post.ts';
import type { Row } from './streamFiles.ts';

/** A row with what the lists must know of its post to count it: the headline itself, and its files' when they are several. */
export type DayRow = Row & {
  readonly headline: Headline;
  readonly versions?: readonly Headline[];
  /** All that the article mentions. */
  readonly mentions?: readonly Mention[];
};

/** What became of one day: all its rows before and after, newest first, and how many problems its posts have now. */
export type DayChange = {
  readonly day: Day;
  readonly before: readonly DayRow[];
  readonly after: readonly DayRow[];
  readonly problems: number;
};
