import { quantile } from '../figures.ts';
import { type Figures, type Reading, type Step, STEPS } from './measureReader.ts';
import type { SiteName } from './paintOptions.ts';
import type { Weights } from './weighPages.ts';

/** All that was measured on a site. */
export type SiteReadings = {
  readonly name: SiteName;
  readonly weights: Weights;
  readonly readings: readonly Reading[];
};

/** A line of the table: medians of all runs, and the best time of any. */
export type PaintRow = Figures & {
  readonly site: SiteName;
  readonly step: Step;
  readonly runs: number;
  /** Noise only adds time. */
  readonly bestTextMs: number;
  /** The worst of all runs. */
  readonly mostCls: number;
  /** HTML, style sheets and data, compressed; null where it was not weighed. */
  readonly withoutScriptBytes: number | null;
};

/** The rows of a site, a step each. */
export function rowsOf({ name, weights, readings }: SiteReadings): readonly PaintRow[] {
  return STEPS.flatMap((step) => {
    const runs = readings.flatMap((reading) => reading[step] ?? []);
    if (runs.length === 0) return [];
    return { site: name, step, runs: runs.length, ...mediansOf(runs), withoutScriptBytes: weights[step] ?? null };
  });
}

function mediansOf(runs: readonly Figures[]) {
  const all = (key: keyof Figures) => runs.flatMap((figures) => figures[key] ?? []);
  const median = (key: keyof Figures) => quantile(all(key), 0.5);
  const medianOrNone = (key: keyof Figures) => (all(key).length === 0 ? null : median(key));
  return {
    ...{ textMs: median('textMs'), bestTextMs: Math.min(...all('textMs')) },
    ...{ fcpMs: medianOrNone('fcpMs'), lcpMs: medianOrNone('lcpMs') },
    ...{ cls: median('cls'), mostCls: Math.max(...all('cls')), tbtMs: median('tbtMs') },
    ...{ requests: median('requests'), bytes: median('bytes') },
  };
}
