import type { DayJob, DayResult } from '#builder/day/composeDay.ts';
import type { Sighting } from '#builder/place/sightPosts.ts';
import type { Overrides } from '#builder/site.ts';

/** Those who read posts: this thread, or several beside it. */
export type Crew = {
  /** How many tasks are worth giving out at once. */
  readonly size: number;
  readonly sight: (paths: readonly string[]) => Promise<Sighting>;
  /** `answers` to the questions of an earlier try. */
  readonly compose: (job: DayJob, answers: ReadonlyMap<string, string>) => Promise<DayResult>;
  readonly close: () => Promise<void>;
};

/** What a crew must know to read a folder's posts as this publish does. */
export type CrewTask = {
  readonly folder: string;
  readonly out: string;
  readonly overrides: Overrides;
  readonly nowMs: number;
};
