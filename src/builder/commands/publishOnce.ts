import { writtenList } from '#builder/files/writtenList.ts';
import { publish, type Published } from '#builder/publish.ts';
import type { PublishOptions } from '#builder/PublishRun.ts';
import { printProblems, writeJson, writeText } from './print.ts';
import { ProgressLine } from './ProgressLine.ts';
import { type Figures, summaryLines } from './summaryLines.ts';

/** What a person wants to be told of a publish. */
export type Telling = {
  /** The site folder as it was named. */
  readonly name: string;
  readonly isStrict: boolean;
  readonly reportFile: string | undefined;
  readonly writtenFile: string | undefined;
};

/** The exit code of a publish, and when the next post is due. */
export type Ending = { readonly code: number } & Pick<Published, 'dueMs'>;

/** Publishes, shows how far it is, and tells what came of it. Throws what `publish` throws. */
export async function publishOnce(options: PublishOptions, telling: Telling): Promise<Ending> {
  const started = performance.now();
  const { writtenFile } = telling;
  const progress = new ProgressLine();
  const published = await publish({
    ...options,
    ...(writtenFile !== undefined && { handOver: (site) => writeText(writtenFile, writtenList(site)) }),
    onProgress: progress.show,
    onNotice: (notice) => progress.interrupt(notice),
  }).finally(() => progress.clear());
  tell(published, (performance.now() - started) / 1000, { ...telling, isDry: options.isDry === true });
  const code = telling.isStrict && published.report.problems.length > 0 ? 1 : 0;
  return { code, dueMs: published.dueMs };
}

function tell(
  published: Published,
  seconds: number,
  { name, reportFile, isDry }: Telling & { readonly isDry: boolean },
): void {
  const { problems, skipped, leftOut } = published.report.sorted();
  const figures = figuresOf(published, seconds);
  if (reportFile !== undefined) writeJson(reportFile, { format: 1, ...figures, problems, skipped, leftOut });
  if (isDry) process.stdout.write(writtenList(published.site));
  printProblems(problems);
  if (figures.posts === 0)
    process.stderr.write('There are no posts here: Broadsheet looks for files in _posts folders.\n');
  const counts = { problems, skipped: skipped.length, leftOut: leftOut.length };
  const lines = summaryLines({ ...figures, ...counts, name: isDry ? `${name} (dry run)` : name });
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

function figuresOf({ posts, mode, added, changed, removed, site }: Published, seconds: number): Figures {
  return {
    ...{ posts, mode, added, changed, removed, files: site.files, bytes: site.bytes },
    written: site.written.length,
    retired: site.retired.length,
    deleted: site.removed.length,
    seconds: Math.round(seconds * 100) / 100,
  };
}
