import type { Crew } from './crew/Crew.ts';
import type { Threads } from './crew/threadCrew.ts';
import type { DataFiles } from './files/dataFile.ts';
import type { SiteWriter, Written } from './files/SiteWriter.ts';
import type { HostName } from './hosts/hosts.ts';
import type { PrerenderSource } from './pages/loadPrerender.ts';
import type { Due, Report } from './report.ts';
import type { Overrides, Site } from './site.ts';
import type { Touched } from './Touched.ts';

/** Which articles get pages, and what renders them. */
export type PageOptions = {
  /** How many of the newest; `Infinity` for all. */
  readonly count: number;
  readonly prerender: PrerenderSource;
};

/** What to publish, where, and when "now" is. */
export type PublishOptions = Overrides & {
  readonly folder: string;
  readonly out: string;
  /** The built app. */
  readonly appFolder: string;
  readonly nowMs: number;
  /** Whose files are written beside the site's own; `plain` by default, which has none. */
  readonly host?: HostName;
  /** Real pages beside the reader's one; absent, or with a count of 0, none is written. */
  readonly pages?: PageOptions;
  /** The files that changed since the last publish, relative to the folder; without it they are found. */
  readonly changed?: readonly string[];
  /** Read everything again, whatever the last publish left. */
  readonly isFull?: boolean;
  /** How long files stay that are no longer part of the site. 24 hours by default. */
  readonly keepMs?: number;
  /** Tell what would be done, and do nothing. */
  readonly isDry?: boolean;
  /** Threads that read posts when there are many, and the module they run; this thread alone by default. */
  readonly threads?: Threads;
  /**
   * Takes what was written and removed, by this publish and by earlier ones that ended before they could tell. Until it
   * has returned once, each next publish tells of the same.
   */
  readonly handOver?: (site: Written) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** Told, once, of what a person should know while it goes on. */
  readonly onNotice?: (notice: string) => void;
};

/** How far a publish is. `total` is absent while it is not known. */
export type Progress = {
  readonly phase: 'finding' | 'comparing' | 'reading' | 'writing' | 'rendering';
  readonly done: number;
  readonly total?: number;
};

/** What became of the posts. */
export type Outcome = {
  /** Folded addresses of screens that posts have instead, in order. */
  readonly taken: readonly string[];
  /** Posts whose time has not come. */
  readonly due: readonly Due[];
  /** Posts that came, were read again, and went. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
};

/** What all parts of one publish share. */
export type PublishRun = {
  readonly options: PublishOptions;
  readonly site: Site;
  readonly report: Report;
  readonly writer: SiteWriter;
  /** The data files, as the writer will leave them. */
  readonly files: DataFiles;
  /** What has been changed so far. */
  readonly touched: Touched;
  /** Those who work on so many posts, on all cores but a few. Whoever asks for them sends them home. */
  readonly crewFor: (posts: number, spareCores?: number) => Crew;
};
