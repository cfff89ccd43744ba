import { MissingAppError } from '#builder/files/shell.ts';
import { WriteError } from '#builder/files/WriteError.ts';
import { UsageError } from '#builder/UsageError.ts';
import { VERSION } from '#builder/version.ts';
import { inspectCommand } from './inspectCommand.ts';
import { nearest } from './nearest.ts';
import { publishCommand } from './publishCommand.ts';
import { serveCommand } from './serveCommand.ts';
import { commandUsage, usage } from './usage.ts';
import { verifyCommand } from './verifyCommand.ts';

const COMMANDS = [publishCommand, serveCommand, inspectCommand, verifyCommand];
const NAMES = COMMANDS.map(({ name }) => name);

/** Runs one command line and gives its exit code. Results go to stdout, problems and progress to stderr. */
export async function runCommand([name, ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS.find((known) => known.name === name);
  try {
    if (command === undefined) return answerWithout(name);
    if (!asksForHelp(args)) return await command.run(args);
    process.stdout.write(commandUsage(command));
    return 0;
  } catch (cause) {
    return explain(cause, command?.name);
  }
}

/** Help, the version, or what is wrong with the name of a command. */
function answerWithout(name: string | undefined): number {
  if (name === undefined) process.stderr.write(usage(COMMANDS));
  else if (name === '--version') process.stdout.write(`${VERSION}\n`);
  else if (name === 'help' || asksForHelp([name])) process.stdout.write(usage(COMMANDS));
  else {
    const meant = nearest(name, NAMES);
    throw new UsageError(`There is no command "${name}".${meant === null ? '' : ` Did you mean ${meant}?`}`);
  }
  return name === undefined ? 2 : 0;
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

/** Says what went wrong, and gives the exit code for it. Faults of the program are thrown on. */
function explain(cause: unknown, name: string | undefined): number {
  const message = cause instanceof Error ? cause.message : String(cause);
  const help = ['broadsheet', ...(name === undefined ? [] : [name]), '--help'].join(' ');
  if (cause instanceof UsageError) process.stderr.write(`${message}\n${help} shows what there is.\n`);
  else if (isPortError(cause)) process.stderr.write(`${message}. Give another --port.\n`);
  else if (cause instanceof WriteError || cause instanceof MissingAppError) process.stderr.write(`${message}\n`);
  else throw cause;
  return cause instanceof WriteError ? 3 : 2;
}

function isPortError(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES');
}
