import { inspect } from '#builder/inspect.ts';
import { inspectArticles } from '#builder/inspectArticles.ts';
import { defineCommand } from './defineCommand.ts';
import { existingFolder, nowMs } from './given.ts';
import { printProblems, writeJson } from './print.ts';

/** `broadsheet inspect`: one JSON line a post on stdout. */
export const inspectCommand = defineCommand({
  name: 'inspect',
  operands: ['<jekyll-folder>'],
  does: 'what Jekyll would publish, one JSON line a post',
  options: {
    article: { type: 'boolean', does: 'what each article step found, to check the rules of _config.yml' },
    skipped: { type: 'string', value: '<file>', does: 'write what Jekyll would leave out, and why, as JSON' },
  },
  run: ([folder], values) => {
    const read = values.article === true ? inspectArticles : inspect;
    const { lines, skipped, report } = read(existingFolder(folder), nowMs());
    for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
    printProblems(report.sorted().problems);
    if (values.skipped !== undefined) writeJson(values.skipped, skipped);
    return 0;
  },
});
