import type { DayJob, DayResult } from '#builder/day/composeDay.ts';
import type { PrerenderSource, Rendered } from '#builder/pages/loadPrerender.ts';
import type { Sighting } from '#builder/place/sightPosts.ts';
import type { Overrides } from '#builder/site.ts';
import type { Address } from '#shared/post.ts';
import type { PageData } from '#shared/prerender.ts';

/** Those who read posts and render screens: this thread, or several beside it. */
export type Crew = {
  /** How many tasks are worth giving out before the first is awaited: none where this thread does them. */
  readonly ahead: number;
  readonly sight: (paths: readonly string[]) => Promise<Sighting>;
  /** `answers` to the questions of an earlier try. */
  readonly compose: (job: DayJob, answers: ReadonlyMap<string, string>) => Promise<DayResult>;
  readonly render: (address: Address, data: PageData) => Promise<Rendered>;
  readonly close: () => Promise<void>;
};

/** What a crew must know to read a folder's posts as this publish does. */
export type CrewTask = {
  readonly folder: string;
  readonly out: string;
  readonly overrides: Overrides;
  readonly nowMs: number;
  /** What renders screens, where pages are written; in another thread, the module's address as text. */
  readonly prerender?: PrerenderSource | string;
};
