import { verify } from '#builder/verify.ts';
import { defineCommand } from './defineCommand.ts';
import { existingFolder } from './given.ts';
import { printProblems } from './print.ts';
import { ProgressLine } from './ProgressLine.ts';

/** `broadsheet verify`: 0 for a whole site, 1 for a damaged one. */
export const verifyCommand = defineCommand({
  name: 'verify',
  operands: ['<out>'],
  does: 'check every reference and hash of a published site',
  options: {},
  run: ([out]) => {
    const progress = new ProgressLine();
    const { files, articles, problems, problemCount, isUnfinished } = verify(existingFolder(out), (done, total) =>
      progress.show({ phase: 'checking', done, ...(total !== undefined && { total }) }),
    );
    progress.clear();
    if (isUnfinished)
      process.stderr.write(
        'A publish was stopped just before its end; the next one finishes it. Checked is what it leaves.\n',
      );
    printProblems(problems, problemCount);
    const verdict = problemCount === 0 ? 'Verified' : 'Damaged';
    process.stderr.write(`${verdict}: ${articles} articles in ${files} files read.\n`);
    return problemCount === 0 ? 0 : 1;
  },
});
