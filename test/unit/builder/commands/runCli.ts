import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The built command line. */
export const CLI = 'dist/cli.js';

/** What a run of the command line came to. */
export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** How to run it: what the environment holds beside ours, and what stdin gives. */
export type Surroundings = { readonly env?: Readonly<Record<string, string>>; readonly input?: string };

/** Runs the built command line at a fixed time. Throws when it was not built. */
export function runCli(args: readonly string[], { env, input }: Surroundings = {}): Ran {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing: run "npm run build" first.`);
  const all = { ...process.env, SOURCE_DATE_EPOCH: '1800000000', ...env };
  const options = { env: all, encoding: 'utf8', ...(input !== undefined && { input }) } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], options);
  return { code: status, stdout, stderr };
}
