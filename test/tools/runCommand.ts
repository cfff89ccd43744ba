import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program in this terminal and resolves with its exit code; a signal counts as 128 plus its number, as in a
 * shell. Rejects when the program cannot be started. Stopping us stops it.
 */
export function runCommand(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return exitCodeOf(spawn(program, args, { stdio: 'inherit', ...options }));
}

/** Runs a constant line of shell, as package.json's scripts are. A path or an argument has no place in it. */
export function runShell(line: string): Promise<number> {
  return exitCodeOf(spawn(line, { stdio: 'inherit', shell: true }));
}

function exitCodeOf(child: ChildProcess): Promise<number> {
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of FORWARDED) process.on(signal, stop);
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  }).finally(() => {
    for (const signal of FORWARDED) process.off(signal, stop);
  });
}
