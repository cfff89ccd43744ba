import type { ParseArgsConfig } from 'node:util';
import { UsageError } from '#builder/UsageError.ts';
import { FULL, WAYS } from './publishRows.ts';

/** What to measure, and where. */
export type PublishOptions = {
  readonly counts: readonly number[];
  /** `hugo`, and the names of full publishes and of ways. */
  readonly rows: ReadonlySet<string>;
  /** Keeps the archives; without it they are made in a temporary folder. */
  readonly cache: string | null;
  readonly json: string;
};

/** The options of `npm run bench -- publish`. */
export const PUBLISH_OPTIONS = {
  large: { type: 'boolean' },
  posts: { type: 'string' },
  rows: { type: 'string' },
  cache: { type: 'string' },
  json: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Values of the command line by the names above. */
export type PublishValues = { readonly [name in keyof typeof PUBLISH_OPTIONS]?: string | boolean | undefined };

const ROWS = ['hugo', ...Object.keys(FULL), ...Object.keys(WAYS)];
const LARGE = 1_000_000;

/** What the command line asks for. Throws `UsageError`. */
export function publishOptionsOf(values: PublishValues): PublishOptions {
  const counts = values.posts === undefined ? [10_000, 100_000] : listOf(values.posts).map(Number);
  if (!counts.every((count) => Number.isInteger(count) && count > 0))
    throw new UsageError(`--posts ${values.posts}: expected numbers with commas between them.`);
  const rows = values.rows === undefined ? ROWS : listOf(values.rows);
  const unknown = rows.filter((row) => !ROWS.includes(row));
  if (unknown.length > 0) throw new UsageError(`--rows: there is no ${unknown.join(', ')}. Use: ${ROWS.join(', ')}.`);
  return {
    counts: values.large === true ? [...counts, LARGE] : counts,
    rows: new Set(rows),
    cache: typeof values.cache === 'string' ? values.cache : null,
    json: typeof values.json === 'string' ? values.json : 'bench-publish.json',
  };
}

function listOf(value: string | boolean): string[] {
  return String(value).split(',');
}
