import { quantile } from '../figures.ts';
import { type Cost, measureCommand } from './measureCommand.ts';
import { type SiteFigures, siteFigures } from './siteFigures.ts';

/** A line of the table: medians of all its runs, the peak of the worst. */
export type Row = Cost & SiteFigures & { readonly posts: number; readonly what: string; readonly runs: number };

/** What is measured: before each run something may be made ready, which is not. */
export type Measure = {
  readonly what: string;
  readonly posts: number;
  readonly runs: number;
  readonly out: string;
  readonly program: string;
  /** Makes one run ready, and answers with the arguments. */
  readonly prepare: (run: number) => Promise<readonly string[]>;
};

/** Runs a program as often as asked, and looks at what it wrote each time. */
export async function measureRow({ what, posts, runs, out, program, prepare }: Measure): Promise<Row> {
  const measured: (Cost & SiteFigures)[] = [];
  for (let run = 0; run < runs; run++) {
    const args = await prepare(run);
    const sinceMs = Date.now();
    const cost = await measureCommand(program, args);
    measured.push({ ...cost, ...siteFigures(out, sinceMs) });
  }
  const median = (key: 'wallMs' | 'cpuMs' | 'files' | 'bytes' | 'written') =>
    quantile(
      measured.map((one) => one[key]),
      0.5,
    );
  const peaks = measured.flatMap(({ peakBytes }) => peakBytes ?? []);
  return {
    ...{ posts, what, runs },
    ...{ wallMs: median('wallMs'), cpuMs: median('cpuMs'), peakBytes: peaks.length > 0 ? Math.max(...peaks) : null },
    ...{ files: median('files'), bytes: median('bytes'), written: median('written') },
  };
}
