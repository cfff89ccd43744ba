/**
 * What problems are about: the settings, a file that cannot be read, its encoding, its front matter, the post's date,
 * its address, something too long, mark-up that is shown as plain text, or Liquid that needs Jekyll.
 */
export const PROBLEM_KINDS = [
  'settings',
  'file',
  'encoding',
  'front matter',
  'date',
  'address',
  'size',
  'markup',
  'liquid',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Something a person should know of: which file, what was found there, what to do. */
export type Finding = {
  /** Relative to the folder that was read, with forward slashes. */
  readonly file: string;
  readonly found: string;
  readonly remedy: string;
};

/** What a publish could not take as it is. */
export type Problem = Finding & { readonly kind: ProblemKind };

/** A file Jekyll would not publish as a post, and why. */
export type Skipped = { readonly path: string; readonly reason: string };

/** A post that is published from an instant on. */
export type Due = { readonly path: string; readonly instantMs: number };

/** All that a report holds. */
export type Findings = {
  readonly [Kind in 'problems' | 'skipped' | 'leftOut' | 'due' | 'unread']: Readonly<Report[Kind]>;
};

const UNREAD_REMEDY = 'Check its permissions and the disk; until then it stays as it was published, or is left out.';

/** What a run found. Steps add to it; the command prints it. */
export class Report {
  readonly problems: Problem[] = [];
  /** What Jekyll would not publish; some of it we publish all the same, and then it is a problem too. */
  readonly skipped: Skipped[] = [];
  /** Pages, collections and files that have no place in the reader. */
  readonly leftOut: Finding[] = [];
  /** Posts whose time has not come. */
  readonly due: Due[] = [];
  /** Files and folders that cannot be read although they are there, or were a moment ago. Each is a problem too. */
  readonly unread: Finding[] = [];

  /** Adds a problem. The same finding in the same file counts once. */
  add(problem: Problem): void {
    const last = this.problems.at(-1);
    if (last?.file !== problem.file || last.found !== problem.found) this.problems.push(problem);
  }

  /** Adds a file or folder that cannot be read. */
  addUnread(file: string, cause: unknown, kind: ProblemKind = 'file'): void {
    const finding = { file, found: `cannot be read (${String(cause)})`, remedy: UNREAD_REMEDY };
    this.unread.push(finding);
    this.add({ kind, ...finding });
  }

  /** Takes over what another report could not read, and nothing else of it. */
  takeUnread(unread: readonly Finding[], kind: ProblemKind = 'file'): void {
    this.take({ ...new Report(), unread, problems: unread.map((each) => ({ kind, ...each })) });
  }

  /** Takes over all that another report holds. */
  take({ problems, skipped, leftOut, due, unread }: Findings): void {
    for (const problem of problems) this.add(problem);
    for (const file of skipped) this.skipped.push(file);
    for (const file of leftOut) this.leftOut.push(file);
    for (const post of due) this.due.push(post);
    for (const file of unread) this.unread.push(file);
  }

  /** Problems and left-out files in an order that does not depend on the disk. */
  sorted(): Pick<Report, 'problems' | 'skipped' | 'leftOut'> {
    return {
      problems: this.problems.toSorted(byFile),
      skipped: this.skipped.toSorted((a, b) => compareText(a.path, b.path)),
      leftOut: this.leftOut.toSorted(byFile),
    };
  }
}

/** One line for a person: file, finding, remedy. */
export function problemLine({ file, found, remedy }: Finding): string {
  return `${file}: ${found}. ${remedy}`;
}

/** Orders texts by code unit, whatever the machine's locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byFile(a: Finding, b: Finding): number {
  return compareText(a.file, b.file) || compareText(a.found, b.found);
}
