import { UsageError } from '#builder/UsageError.ts';
import { VERSION } from '#shared/version.ts';
import { explain } from './explain.ts';
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
