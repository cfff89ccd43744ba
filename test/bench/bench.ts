// `npm run bench [name…]`: what takes time, measured on this machine now. Compare figures of one run only.
import { articleBench } from './articleBench.ts';
import { listsBench } from './listsBench.ts';
import { stepsBench } from './stepsBench.ts';

/** A bench prints its figures, a line each, as it gets them. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  steps: stepsBench,
  article: articleBench,
  lists: listsBench,
};

/** Runs the named benches, or all. */
export async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}. Use: ${Object.keys(BENCHES).join(', ')}.`);
    return 2;
  }
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n${name}`);
    await bench();
  }
  return 0;
}
