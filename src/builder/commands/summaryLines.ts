import { type Problem, PROBLEM_KINDS, type ProblemKind } from '#builder/report.ts';
import { counted, duration, grouped, sizeOf } from './numbers.ts';

/** What a publish did, in numbers; `--report` writes them, too. */
export type Figures = {
  /** Posts on the site now. */
  readonly posts: number;
  /** Whether all posts were read, or only what changed. */
  readonly mode: 'full' | 'changed';
  /** Posts that came, were read again, and went. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Files of the site, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Files that this publish put in place, set apart for later deletion, and deleted. */
  readonly written: number;
  readonly retired: number;
  readonly deleted: number;
  readonly seconds: number;
};

/** What a summary tells beside the figures. */
export type Summary = Figures & {
  /** The site's. */
  readonly name: string;
  readonly problems: readonly Problem[];
  /** How many files Jekyll would not publish, and how many were not copied. */
  readonly skipped: number;
  readonly leftOut: number;
};

/** A publish on at most eight lines, for a person. */
export function summaryLines(summary: Summary): readonly string[] {
  const { name, posts, files, bytes, problems, skipped, leftOut, mode, seconds } = summary;
  const rows = [
    row('posts', [summary.added, 'new'], [summary.changed, 'changed'], [summary.removed, 'removed']),
    row('files', [summary.written, 'written'], [summary.retired, 'retired'], [summary.deleted, 'deleted']),
    row('problems', ...[...countByKind(problems)].map(([kind, count]) => [count, kind] as const)),
    row('aside', [skipped, 'that Jekyll leaves out'], [leftOut, 'not copied']),
    ['took', `${duration(seconds)} for ${mode === 'full' ? 'all posts' : 'what changed'}`] as const,
  ];
  const shown = rows.filter(([, text]) => text !== '');
  const width = Math.max(...shown.map(([label]) => label.length));
  const hasMore = problems.length + skipped + leftOut > 0;
  return [
    `${name}: ${counted(posts, 'post')}, ${counted(files, 'file')}, ${sizeOf(bytes)}`,
    ...shown.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`),
    ...(hasMore ? ['--report <file> lists problems and files aside.'] : []),
  ];
}

/** How many problems there are of each kind that there is, in the order of kinds. */
export function countByKind(problems: readonly Problem[]): ReadonlyMap<ProblemKind, number> {
  const counts = PROBLEM_KINDS.map((kind): [ProblemKind, number] => {
    return [kind, problems.filter((problem) => problem.kind === kind).length];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

/** A label and the numbers that are not zero. */
function row(label: string, ...amounts: readonly (readonly [number, string])[]): readonly [string, string] {
  const parts = amounts.filter(([count]) => count > 0);
  return [label, parts.map(([count, what]) => `${grouped(count)} ${what}`).join(', ')];
}
