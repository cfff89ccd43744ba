import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Published, publish } from '#builder/publish.ts';
import { defineCommand } from './defineCommand.ts';
import { existingFolder, nowMs } from './given.ts';
import { printProblems, writeJson } from './print.ts';
import { progress } from './progress.ts';

// Beside the command line's one script.
const APP_FOLDER = fileURLToPath(new URL('./app/', import.meta.url));

/** `broadsheet publish`: writes the site, prints problems and a summary. 1 when there are problems under `--strict`. */
export const publishCommand = defineCommand({
  name: 'publish',
  operands: ['<jekyll-folder>', '<out>'],
  does: 'write the site to <out>',
  options: {
    base: { type: 'string', value: '/path/', does: 'where the site lies on its host (over baseurl)' },
    future: { type: 'boolean', does: 'publish posts dated in the future' },
    strict: { type: 'boolean', does: 'exit 1 when there is any problem' },
    report: { type: 'string', value: '<file>', does: 'write problems, skipped files and figures as JSON' },
  },
  run: async ([folder, out], values) => {
    const started = performance.now();
    const tell = progress('posts');
    const published = await publish({
      folder: existingFolder(folder),
      out: resolve(out),
      appFolder: APP_FOLDER,
      nowMs: nowMs(),
      threads: { size: availableParallelism(), script: new URL(import.meta.url) },
      onProgress: ({ done, total }) => tell(done, total),
      onNotice: (notice) => process.stderr.write(`${notice}\n`),
      ...(values.base !== undefined && { base: values.base }),
      ...(values.future === true && { future: true }),
    });
    return summarize(published, { out, seconds: (performance.now() - started) / 1000, ...values });
  },
});

type Summary = {
  readonly out: string;
  readonly seconds: number;
  readonly strict?: boolean;
  readonly report?: string;
};

function summarize(published: Published, { out, seconds, strict, report: file }: Summary): number {
  const { posts, report } = published;
  const { files, bytes } = published.site;
  const [written, removed] = [published.site.written.length, published.site.removed.length];
  const { problems, skipped, leftOut } = report.sorted();
  printProblems(problems);
  const figures = { posts, files, bytes, written, removed, seconds: Math.round(seconds * 100) / 100 };
  if (file !== undefined) writeJson(file, { ...figures, problems, skipped, leftOut });
  if (posts === 0) process.stderr.write('There are no posts here: Broadsheet looks for files in _posts folders.\n');
  const size = `${(bytes / 1_048_576).toFixed(1)} MB in ${files} files`;
  const change = `${written} written, ${removed} removed`;
  process.stderr.write(`${out}: ${posts} posts, ${size} (${change}) in ${seconds.toFixed(1)} s.\n`);
  const rest = [
    count(problems, 'problem'),
    count(skipped, 'file') && `${count(skipped, 'file')} not Jekyll's`,
    count(leftOut, 'file') && `${count(leftOut, 'file')} not copied`,
  ];
  if (rest.some(Boolean)) process.stderr.write(`${rest.filter(Boolean).join(', ')}; --report <file> lists them all.\n`);
  return strict === true && problems.length > 0 ? 1 : 0;
}

function count(list: readonly unknown[], noun: string): string {
  return list.length === 0 ? '' : `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
}
