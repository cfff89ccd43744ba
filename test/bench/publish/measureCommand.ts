import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** What a program took until it ended. */
export type Cost = {
  readonly wallMs: number;
  /** User and system time, of the programs it started too. */
  readonly cpuMs: number;
  /** The most memory it had at a time, shared pages included; null where the system does not tell (other than Linux). */
  readonly peakBytes: number | null;
};

// A shell tells the CPU time of what it ran, which Node does not: first the program's id, then the times.
const SHELL = '"$@" 3>&- & echo $! >&3; wait $!; code=$?; times >&3; exit $code';
const LOOK_EVERY_MS = 20;

/** Runs a program to its end. Throws with its words when it fails. */
export async function measureCommand(program: string, args: readonly string[]): Promise<Cost> {
  const started = performance.now();
  const shell = spawn('sh', ['-c', SHELL, 'sh', program, ...args], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const pipe = (at: number) => shell.stdio[at] as Readable; // Asked for in the line above.
  const ended = new Promise<number | null>((resolve, reject) => shell.once('error', reject).once('exit', resolve));
  const [code, words, said] = await Promise.all([ended, text(pipe(2)), watch(pipe(3))]);
  const wallMs = performance.now() - started;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${words.slice(-2000)}`);
  return { wallMs, ...said };
}

/** Follows the lines of the shell, and looks at the program's memory meanwhile. */
async function watch(notes: Readable): Promise<Omit<Cost, 'wallMs'>> {
  let peakBytes: number | null = null;
  let looking: NodeJS.Timeout | undefined;
  const lines: string[] = [];
  for await (const line of createInterface({ input: notes })) {
    lines.push(line);
    const look = () => (peakBytes = peakOf(lines[0] ?? '') ?? peakBytes);
    looking ??= setInterval(look, LOOK_EVERY_MS);
  }
  clearInterval(looking);
  return { cpuMs: cpuMsOf(lines.at(-1) ?? ''), peakBytes };
}

/** The system keeps the peak itself, so that looking now and then misses only what was added at the very end. */
function peakOf(pid: string): number | null {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null; // It has just ended, or this is no Linux.
  }
}

/** The sum of `1m2.345s 0m0.678s`. */
function cpuMsOf(line: string): number {
  const times = [...line.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return times.reduce((sum, seconds) => sum + seconds * 1000, 0);
}
