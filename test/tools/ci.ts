// What CI runs after installing: the checks, README's test command, and real archives when a folder of them is given.
// The last line is `N passed, N failed` over all of them, and the exit code says whether any failed.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkArchives } from './checkArchives.ts';
import { runShell } from './runCommand.ts';
import { plus, type Tally, tallyOf } from './tally.ts';

const RESULTS = 'test-results';

/** Runs everything. The argument is the folder with archives. */
export async function main([archives]: readonly string[]): Promise<number> {
  const checks = tallyOf((await runShell('npm run --silent check')) === 0);
  // The checks leave a report of their own few tests, which are among those that follow.
  rmSync(RESULTS, { recursive: true, force: true });
  const hostile = archives && join(archives, 'security-cases', 'posts');
  // The journey through hostile posts goes through these too, and what is written of all is read back.
  if (hostile && existsSync(hostile)) process.env['HOSTILE_POSTS'] = resolve(hostile);
  const corpora = archives && join(archives, 'corpora');
  if (corpora && existsSync(corpora)) process.env['ARCHIVES'] = resolve(corpora);
  const tests = testTally(await runShell('npm test --silent'));
  const { passed, failed } = plus(checks, tests, await checkArchives(archives));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** The tests as counted by their runners. A command that failed without a failed test to show for it is one itself. */
function testTally(exitCode: number): Tally {
  const counted = plus(unitTally(), browserTally());
  return exitCode !== 0 && counted.failed === 0 ? plus(counted, tallyOf(false)) : counted;
}

function unitTally(): Tally {
  // Vitest's own report, and a wrong shape gives NaN in the last line, which nobody can overlook.
  const report = readReport('unit') as { numPassedTests: number; numFailedTests: number } | null;
  return report ? { passed: report.numPassedTests, failed: report.numFailedTests } : tallyOf(false);
}

function browserTally(): Tally {
  // Playwright's own report. A skipped test counts as failed: ours never skip.
  const report = readReport('browser') as {
    stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
  } | null;
  if (!report) return tallyOf(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped };
}

function readReport(name: string): unknown {
  try {
    return JSON.parse(readFileSync(`${RESULTS}/${name}.json`, 'utf8'));
  } catch {
    console.error(`There is no report of the ${name} tests: they did not run to their end`);
    return null;
  }
}
