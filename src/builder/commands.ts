import { statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { MissingAppError } from './files/shell.ts';
import { WriteError } from './files/Stage.ts';
import { inspect } from './inspect.ts';
import { inspectArticles } from './inspectArticles.ts';
import { type Published, publish } from './publish.ts';
import { type Finding, problemLine } from './report.ts';
import { serve } from './serve.ts';
import { baseOf } from './site.ts';
import { UsageError, USAGE } from './usage.ts';
import { verify } from './verify.ts';

const APP_FOLDER = fileURLToPath(new URL('./app/', import.meta.url));
const MAX_PRINTED = 50;

/** Runs one command line and gives its exit code. Results go to stdout, problems and progress to stderr. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === 'help' || args.includes('--help') || args.includes('-h')) {
      process.stdout.write(USAGE);
      return name === undefined ? 2 : 0;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`There is no command "${name}".`);
    return await command(rest);
  } catch (cause) {
    return explain(cause);
  }
}

const COMMANDS: Readonly<Record<string, (args: string[]) => number | Promise<number>>> = {
  publish: (args) => {
    const { values, positionals } = parse(args, PUBLISH_OPTIONS);
    const [folder, out] = expect(positionals, ['<jekyll-folder>', '<out>']);
    const started = performance.now();
    const published = publish({
      folder: existing(folder),
      out: resolve(out),
      appFolder: APP_FOLDER,
      nowMs: nowMs(),
      onProgress: progress('posts'),
      ...(typeof values['base'] === 'string' && { base: values['base'] }),
      ...(values['future'] === true && { future: true }),
    });
    return summarize(published, { out, seconds: (performance.now() - started) / 1000, ...values });
  },

  serve: async (args) => {
    const { values, positionals } = parse(args, SERVE_OPTIONS);
    const [out] = expect(positionals, ['<out>']);
    const port = Number(values['port'] ?? 4173);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError(`--port ${values['port']} is no port.`);
    const base = baseOf(String(values['base'] ?? '/'));
    const server = await serve({ out: existing(out), port, base });
    const address = server.address() as AddressInfo; // A server that listens on a port has no other kind.
    process.stdout.write(`http://localhost:${address.port}${base}\n`);
    return 0;
  },

  inspect: (args) => {
    const { values, positionals } = parse(args, INSPECT_OPTIONS);
    const [folder] = expect(positionals, ['<jekyll-folder>']);
    const read = values['article'] === true ? inspectArticles : inspect;
    const { lines, skipped, report } = read(existing(folder), nowMs());
    for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
    printProblems(report.sorted().problems);
    if (typeof values['skipped'] === 'string') writeJson(values['skipped'], skipped);
    return 0;
  },

  verify: (args) => {
    const { positionals } = parse(args, {});
    const [out] = expect(positionals, ['<out>']);
    const { files, articles, problems } = verify(existing(out), progress('files'));
    printProblems(problems);
    process.stderr.write(
      `${problems.length === 0 ? 'Verified' : 'Damaged'}: ${articles} articles in ${files} files read.\n`,
    );
    return problems.length === 0 ? 0 : 1;
  },
};

type Options = NonNullable<ParseArgsConfig['options']>;

const PUBLISH_OPTIONS: Options = {
  base: { type: 'string' },
  future: { type: 'boolean' },
  strict: { type: 'boolean' },
  report: { type: 'string' },
};
const SERVE_OPTIONS: Options = { port: { type: 'string' }, base: { type: 'string' } };
const INSPECT_OPTIONS: Options = { article: { type: 'boolean' }, skipped: { type: 'string' } };

function parse(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function expect<const Names extends readonly string[]>(
  given: readonly string[],
  names: Names,
): { [K in keyof Names]: string } {
  if (given.length !== names.length)
    throw new UsageError(`Expected ${names.join(' ')}, found ${given.length} arguments.`);
  return [...given] as { [K in keyof Names]: string }; // The lengths are equal, as was just checked.
}

function existing(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder}: no such folder.`);
  return resolve(folder);
}

/** Now, or `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/). */
function nowMs(): number {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return Date.now();
  if (!/^\d{1,12}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH "${epoch}" is no number of seconds.`);
  return Number(epoch) * 1000;
}

type Summary = { readonly out: string; readonly seconds: number; readonly strict?: unknown; readonly report?: unknown };

function summarize(published: Published, { out, seconds, strict, report: file }: Summary): number {
  const { posts, files, bytes, written, removed, report } = published;
  const { problems, skipped, leftOut } = report.sorted();
  printProblems(problems);
  const figures = { posts, files, bytes, written, removed, seconds: Math.round(seconds * 100) / 100 };
  if (typeof file === 'string') writeJson(file, { ...figures, problems, skipped, leftOut });
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

function printProblems(problems: readonly Finding[]): void {
  for (const problem of problems.slice(0, MAX_PRINTED)) process.stderr.write(`${problemLine(problem)}\n`);
  if (problems.length > MAX_PRINTED) process.stderr.write(`… and ${problems.length - MAX_PRINTED} more problems.\n`);
}

function writeJson(file: string, value: unknown): void {
  try {
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  } catch (cause) {
    throw new WriteError(`${file}: cannot be written (${String(cause)}).`, { cause });
  }
}

/** On a terminal one line that counts; elsewhere nothing until the summary. */
function progress(noun: string): (done: number, total?: number) => void {
  let shownMs = 0;
  return (done, total) => {
    const isLast = done === total;
    if (!process.stderr.isTTY || (!isLast && performance.now() - shownMs < 100)) return;
    shownMs = performance.now();
    process.stderr.write(`\r${done}${total === undefined ? '' : ` of ${total}`} ${noun}${isLast ? '\n' : ''}`);
  };
}

function explain(cause: unknown): number {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof UsageError) process.stderr.write(`${message}\nbroadsheet --help shows what there is.\n`);
  else if (isPortError(cause)) process.stderr.write(`${message}. Give another --port.\n`);
  else if (cause instanceof WriteError || cause instanceof MissingAppError) process.stderr.write(`${message}\n`);
  else throw cause;
  return cause instanceof WriteError ? 3 : 2;
}

function isPortError(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES');
}
