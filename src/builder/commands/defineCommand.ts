import { parseArgs } from 'node:util';
import { UsageError } from '#builder/UsageError.ts';
import { nearest } from './nearest.ts';

/** An option of a command, and what its help says of it. `value` stands for what follows a text option. */
export type Option =
  | { readonly type: 'string'; readonly value: string; readonly does: string }
  | { readonly type: 'boolean'; readonly does: string };

export type Options = Readonly<Record<string, Option>>;

/** What a command line gave: the options that were named. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]?: O[Name]['type'] extends 'boolean' ? boolean : string;
};

/** What a command promises; its help is made of it. */
export type Description = {
  readonly name: string;
  /** The folders it is given, in order: `<out>`. */
  readonly operands: readonly string[];
  readonly does: string;
  readonly options: Options;
};

/** A command that can be run with the rest of a command line. Gives the exit code; throws `UsageError`. */
export type Command = Description & { readonly run: (args: readonly string[]) => number | Promise<number> };

type Spec<O extends Options, N extends readonly string[]> = Description & {
  readonly operands: N;
  readonly options: O;
  readonly run: (operands: { readonly [K in keyof N]: string }, values: Values<O>) => number | Promise<number>;
};

/** A command out of its description and what it does with folders and options that fit it. */
export function defineCommand<const O extends Options, const N extends readonly string[]>(spec: Spec<O, N>): Command {
  const { run, ...description } = spec;
  return {
    ...description,
    run: (args) => {
      const { values, positionals } = parse([...args], spec.options);
      return run(expect(positionals, spec.operands), values);
    },
  };
}

function parse<O extends Options>(args: string[], options: O): { values: Values<O>; positionals: string[] } {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens)
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) throw unknownOption(token.rawName, options);
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values: values as Values<O>, positionals }; // What parseArgs was told, said with our own types.
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function unknownOption(rawName: string, options: Options): UsageError {
  const known = Object.keys(options).map((name) => `--${name}`);
  const meant = nearest(rawName, known);
  return new UsageError(`There is no option ${rawName}.${meant === null ? '' : ` Did you mean ${meant}?`}`);
}

function expect<const N extends readonly string[]>(
  given: readonly string[],
  names: N,
): { readonly [K in keyof N]: string } {
  if (given.length !== names.length)
    throw new UsageError(`Expected ${names.join(' ')}, found ${given.length} arguments.`);
  return [...given] as { [K in keyof N]: string }; // The lengths are equal, as was just checked.
}
