// `npm run bench [name…]`: what takes time, measured on this machine now. Compare figures of one run only.
import { parseArgs } from 'node:util';
import { UsageError } from '#builder/UsageError.ts';
import { articleBench } from './articleBench.ts';
import { listsBench } from './listsBench.ts';
import { PUBLISH_OPTIONS, type PublishValues } from './publish/publishOptions.ts';
import { publishBench } from './publish/publishBench.ts';
import { stepsBench } from './stepsBench.ts';

/** A bench prints its figures, a line each, as it gets them. */
const BENCHES: Readonly<Record<string, (values: PublishValues) => Promise<void>>> = {
  steps: stepsBench,
  article: articleBench,
  lists: listsBench,
  publish: publishBench,
};

/** Runs the named benches, or all. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { names, values } = parse(args);
    for (const name of names) {
      console.log(`\n${name}`);
      await BENCHES[name]?.(values);
    }
    return 0;
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    console.error(cause.message);
    return 2;
  }
}

function parse(args: readonly string[]): { readonly names: readonly string[]; readonly values: PublishValues } {
  const { values, positionals } = parseOptions(args);
  const known = Object.keys(BENCHES);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UsageError(`There is no bench ${unknown.join(', ')}. Use: ${known.join(', ')}.`);
  const names = positionals.length === 0 ? known : positionals;
  const [option] = Object.keys(values);
  if (option !== undefined && !names.includes('publish')) throw new UsageError(`--${option} is an option of publish.`);
  return { names, values };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: PUBLISH_OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
