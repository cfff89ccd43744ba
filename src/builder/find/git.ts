import { execFileSync } from 'node:child_process';

/** A Jekyll folder under git: the commit that is checked out, and the files that differ from it, new ones too. */
export type GitState = { readonly commit: string; readonly dirty: readonly string[] };

// Paths of a large change; a million of them have some 80 MB.
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/**
 * How a folder stands under git, with paths relative to it; null where it is in no repository with a commit, and where
 * git is not installed, or ignores the folder. Single files that it ignores are not seen.
 */
export function gitState(folder: string): GitState | null {
  const commit = git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'])?.trim();
  const prefix = git(folder, ['rev-parse', '--show-prefix'])?.trimEnd();
  const isIgnored = git(folder, ['check-ignore', '--quiet', '.']) !== null;
  if (!commit || prefix === undefined || isIgnored) return null;
  const status = git(folder, ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--', '.']);
  if (status === null) return null;
  // Paths are relative to the repository; two letters and a blank come first.
  const dirty = fieldsOf(status).map((field) => field.slice(3 + prefix.length));
  return { commit, dirty };
}

/** The files of a folder that differ between two commits; null when one of them is not known here, as in a shallow clone. */
export function gitDifference(folder: string, from: string, to: string): readonly string[] | null {
  if (!/^[0-9a-f]{40,64}$/.test(from)) return null;
  const diff = git(folder, ['diff', '--no-renames', '--name-only', '-z', '--relative', from, to, '--', '.']);
  return diff === null ? null : fieldsOf(diff);
}

function fieldsOf(output: string): readonly string[] {
  return output.split('\0').filter((field) => field !== '');
}

function git(folder: string, args: readonly string[]): string | null {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: MAX_OUTPUT_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
      // Only looking: no lock is taken, and nothing is asked.
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    });
  } catch {
    return null; // No git, no repository, or it does not know what was asked for: then the folder is walked.
  }
}
