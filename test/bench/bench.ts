// `npm run bench [name…]`: what takes time, measured on this machine now. Compare figures of one run only.
import { parseArgs } from 'node:util';
import { UsageError } from '#builder/UsageError.ts';
import { alongBench } from './alongBench.ts';
import { articleBench } from './articleBench.ts';
import { listsBench } from './listsBench.ts';
import { PAINT_OPTIONS } from './paint/paintOptions.ts';
import { paintBench } from './paint/paintBench.ts';
import { PUBLISH_OPTIONS } from './publish/publishOptions.ts';
import { publishBench } from './publish/publishBench.ts';
import { stepsBench } from './stepsBench.ts';

const OPTIONS = { ...PUBLISH_OPTIONS, ...PAINT_OPTIONS } as const;

/** Values of the command line by the names of all options. */
type Values = { readonly [name in keyof typeof OPTIONS]?: string | boolean | undefined };

/** A bench prints its figures, a line each, as it gets them. */
type Bench = { readonly run: (values: Values) => Promise<void>; readonly options?: object };

const BENCHES: Readonly<Record<string, Bench>> = {
  steps: { run: stepsBench },
  article: { run: articleBench },
  lists: { run: listsBench },
  along: { run: alongBench },
  publish: { run: publishBench, options: PUBLISH_OPTIONS },
  paint: { run: paintBench, options: PAINT_OPTIONS },
};

/** Runs the named benches, or all. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { names, values } = parse(args);
    for (const name of names) {
      console.log(`\n${name}`);
      await BENCHES[name]?.run(values);
    }
    return 0;
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    console.error(cause.message);
    return 2;
  }
}

function parse(args: readonly string[]): { readonly names: readonly string[]; readonly values: Values } {
  const { values, positionals } = parseOptions(args);
  const known = Object.keys(BENCHES);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UsageError(`There is no bench ${unknown.join(', ')}. Use: ${known.join(', ')}.`);
  const names = positionals.length === 0 ? known : positionals;
  for (const option of Object.keys(values)) refuseUnclear(option, names);
  return { names, values };
}

/** Two benches may have an option of one name, which means something else to each. */
function refuseUnclear(option: string, names: readonly string[]): void {
  const owners = Object.keys(BENCHES).filter((name) => Object.hasOwn(BENCHES[name]?.options ?? {}, option));
  if (names.filter((name) => owners.includes(name)).length !== 1)
    throw new UsageError(`--${option} is an option of ${owners.join(' and ')}: name one of them.`);
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
