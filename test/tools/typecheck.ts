// `npm run typecheck`: every program, that is every tsconfig.json. The root one sees neither the builder nor the tests.
import { existsSync, readdirSync } from 'node:fs';
import { runCommand } from './runCommand.ts';

/** Checks them all. The exit code says whether any has errors. */
export async function main(): Promise<number> {
  const folders = readdirSync('src').map((name) => `src/${name}`);
  const programs = ['.', 'test', ...folders].filter((folder) => existsSync(`${folder}/tsconfig.json`));
  let failures = 0;
  for (const program of programs) {
    // One after the other: the compiler uses every core itself, and mixed output could not be read.
    const code = await runCommand(process.execPath, ['node_modules/typescript/bin/tsc', '-p', program]);
    if (code !== 0) failures++;
  }
  if (failures > 0) console.error(`${failures} of ${programs.length} programs have type errors`);
  return failures > 0 ? 1 : 0;
}
