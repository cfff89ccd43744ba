import { writeFileSync } from 'node:fs';
import { WriteError } from '#builder/files/WriteError.ts';
import { type Finding, problemLine } from '#builder/report.ts';

const MAX_PRINTED = 50;

/** Prints what was found, the first fifty of it, to stderr. There may be more than are given. */
export function printProblems(problems: readonly Finding[], count = problems.length): void {
  for (const problem of problems.slice(0, MAX_PRINTED)) process.stderr.write(`${problemLine(problem)}\n`);
  if (count > MAX_PRINTED) process.stderr.write(`… and ${count - MAX_PRINTED} more problems.\n`);
}

/** Writes a JSON file that a person asked for. Throws `WriteError`. */
export function writeJson(file: string, value: unknown): void {
  writeText(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes a text file that a person asked for. Throws `WriteError`. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new WriteError(
      `${file}: cannot be written (${String(cause)}). Free space, correct the permissions, or name another file.`,
      { cause },
    );
  }
}
