import type { Command, Description, Option } from './defineCommand.ts';

const EXIT_CODES = `Exit codes: 0 done (problems are listed), 1 problems under --strict or a failed verify,
2 wrong usage, 3 cannot write, 70 a fault of Broadsheet's own.
`;

/** What `broadsheet --help` prints. */
export function usage(commands: readonly Command[]): string {
  const lines = columns(commands.map((command) => [call(command), command.does]));
  return `broadsheet: a folder of Jekyll posts becomes a news reader

${lines}
  broadsheet <command> --help shows its options, broadsheet --version which release this is.

${EXIT_CODES}`;
}

/** What `broadsheet <command> --help` prints. */
export function commandUsage(command: Description): string {
  const options = Object.entries(command.options).map(([name, option]): [string, string] => {
    return [`--${name}${valueOf(option)}`, option.does];
  });
  const list = options.length === 0 ? '' : `\n${columns(options)}`;
  return `${call(command)}: ${command.does}\n${list}\n${EXIT_CODES}`;
}

function call({ name, operands }: Description): string {
  return ['broadsheet', name, ...operands].join(' ');
}

function valueOf(option: Option): string {
  return option.type === 'string' ? ` ${option.value}` : '';
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
