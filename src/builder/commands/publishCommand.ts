import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changesInList } from '#builder/find/changesInList.ts';
import { HOSTS, type HostName, isHostName } from '#builder/hosts/hosts.ts';
import type { PublishOptions } from '#builder/PublishRun.ts';
import { UsageError } from '#builder/UsageError.ts';
import { defineCommand, type Options, type Values } from './defineCommand.ts';
import { existingFolder, nowMs } from './given.ts';
import { nearest } from './nearest.ts';
import { publishOnce } from './publishOnce.ts';
import { publishOnChange } from './publishOnChange.ts';

// Beside the command line's one script.
const APP_FOLDER = fileURLToPath(new URL('./app/', import.meta.url));
const PRERENDER = new URL('./prerender.js', import.meta.url);
const HOUR_MS = 3_600_000;
const PAGES = 2000;

const HOST_NAMES = Object.keys(HOSTS);

const OPTIONS = {
  base: { type: 'string', value: '/path/', does: 'where the site lies on its host (over baseurl)' },
  host: { type: 'string', value: '<name>', does: `also write what this host reads: ${HOST_NAMES.join(', ')}` },
  future: { type: 'boolean', does: 'publish posts dated in the future' },
  changed: {
    type: 'string',
    value: '<file>',
    does: 'a list of the files that changed, - for stdin; else they are found',
  },
  full: { type: 'boolean', does: 'read every post again' },
  keep: { type: 'string', value: '<hours>', does: 'how long replaced files stay for readers of the old site (24)' },
  pages: { type: 'string', value: '<N|all|none>', does: 'how many of the newest articles get real HTML pages (2000)' },
  'no-worker': {
    type: 'boolean',
    does: 'no reading offline: remove the service worker, and what it kept, from devices',
  },
  'dry-run': { type: 'boolean', does: 'print what would be written, and write nothing' },
  watch: { type: 'boolean', does: 'publish again whenever a file changes or a post is due, until Ctrl-C' },
  strict: { type: 'boolean', does: 'exit 1 when there is any problem' },
  report: { type: 'string', value: '<file>', does: 'write problems, skipped files and figures as JSON' },
  written: { type: 'string', value: '<file>', does: 'write which files to upload and to delete, in safe order' },
} as const satisfies Options;

/** `broadsheet publish`: writes the site, prints problems and a summary. 1 when there are problems under `--strict`. */
export const publishCommand = defineCommand({
  name: 'publish',
  operands: ['<jekyll-folder>', '<out>'],
  does: 'write the site to <out>',
  options: OPTIONS,
  run: async ([folder, out], values) => {
    refuseTogether(values);
    const options = optionsOf(existingFolder(folder), out, values);
    const outcome = {
      name: out,
      isStrict: values.strict === true,
      reportFile: values.report,
      writtenFile: values.written,
    };
    return values.watch === true ? await publishOnChange(options, outcome) : (await publishOnce(options, outcome)).code;
  },
});

/** Options that contradict each other, or would overwrite what nobody has read yet. */
const APART = [
  ['full', 'changed'],
  ['watch', 'changed'],
  ['watch', 'dry-run'],
  ['watch', 'written'],
] as const;

function refuseTogether(values: Values<typeof OPTIONS>): void {
  for (const [one, other] of APART)
    if (values[one] !== undefined && values[other] !== undefined)
      throw new UsageError(`--${one} and --${other} do not go together: leave one of them out.`);
}

function optionsOf(folder: string, out: string, values: Values<typeof OPTIONS>): PublishOptions {
  return {
    folder,
    out: resolve(out),
    appFolder: APP_FOLDER,
    nowMs: nowMs(),
    pages: { count: pageCountOf(values.pages), prerender: PRERENDER },
    threads: { size: availableParallelism(), script: new URL(import.meta.url) },
    ...(values.base !== undefined && { base: basePathOf(values.base) }),
    ...(values.host !== undefined && { host: hostOf(values.host) }),
    ...(values.future === true && { future: true }),
    ...(values['no-worker'] === true && { hasWorker: false }),
    ...(values.changed !== undefined && { changed: changedFiles(values.changed, folder) }),
    ...(values.full === true && { isFull: true }),
    ...(values.keep !== undefined && { keepMs: hoursOf(values.keep) * HOUR_MS }),
    ...(values['dry-run'] === true && { isDry: true }),
  };
}

function basePathOf(text: string): string {
  if (/^(?!.*:\/\/)(?!.*(?:^|\/)\.\.?(?:\/|$))/.test(text)) return text;
  throw new UsageError(`--base ${text} is no path: write it as /news/.`);
}

function hostOf(name: string): HostName {
  if (isHostName(name)) return name;
  const meant = nearest(name, HOST_NAMES);
  const hint = meant === null ? `There are ${HOST_NAMES.join(', ')}.` : `Did you mean ${meant}?`;
  throw new UsageError(`There is no host "${name}". ${hint}`);
}

function pageCountOf(text = String(PAGES)): number {
  if (text === 'all') return Number.POSITIVE_INFINITY;
  if (text === 'none') return 0;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--pages ${text} is no number of articles: write one, such as ${PAGES}, or all, or none.`);
}

function hoursOf(text: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new UsageError(`--keep ${text} is no number of hours.`);
  return Number(text);
}

/** The files of the list that `--changed` names. */
function changedFiles(list: string, folder: string): readonly string[] {
  const { paths, outside } = changesInList(textOf(list), folder);
  if (outside.length > 0) {
    const more = outside.length > 1 ? ` and ${outside.length - 1} more` : '';
    process.stderr.write(`--changed: ${outside[0]}${more} lies outside ${folder} and was left out.\n`);
  }
  return paths;
}

function textOf(list: string): string {
  try {
    return readFileSync(list === '-' ? process.stdin.fd : list, 'utf8');
  } catch (cause) {
    throw new UsageError(`--changed ${list}: cannot be read (${String(cause)}).`, { cause });
  }
}
