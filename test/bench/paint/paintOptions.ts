import type { ParseArgsConfig } from 'node:util';
import { UsageError } from '#builder/UsageError.ts';

/** What can be compared, in the order of the table. */
export const SITE_NAMES = ['ours', 'shell', 'hand', 'hugo', 'eleventy'] as const;

/** Ours with real pages, ours without, hand-written HTML, and two generators. */
export type SiteName = (typeof SITE_NAMES)[number];

/** What to measure, and where. */
export type PaintOptions = {
  readonly posts: number;
  readonly runs: number;
  readonly only: ReadonlySet<SiteName>;
  /** Keeps the posts and the sites; without it they are made in a temporary folder. */
  readonly cache: string | null;
  /** Where Eleventy is installed. */
  readonly eleventy: string;
  readonly json: string;
};

/** The options of `npm run bench -- paint`. */
export const PAINT_OPTIONS = {
  n: { type: 'string' },
  posts: { type: 'string' },
  only: { type: 'string' },
  cache: { type: 'string' },
  eleventy: { type: 'string' },
  json: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Values of the command line by the names above. */
export type PaintValues = { readonly [name in keyof typeof PAINT_OPTIONS]?: string | boolean | undefined };

/** The home page has 20 headlines, and there must be an older article without a page. */
const FEWEST_POSTS = 100;

/** What the command line asks for. Throws `UsageError`. */
export function paintOptionsOf(values: PaintValues): PaintOptions {
  const only = values.only === undefined ? SITE_NAMES : namesOf(String(values.only));
  return {
    posts: wholeNumber('--posts', values.posts, { usual: 1000, least: FEWEST_POSTS }),
    runs: wholeNumber('--n', values.n, { usual: 5, least: 1 }),
    only: new Set(only),
    cache: typeof values.cache === 'string' ? values.cache : null,
    eleventy: typeof values.eleventy === 'string' ? values.eleventy : '.',
    json: typeof values.json === 'string' ? values.json : 'bench-paint.json',
  };
}

function namesOf(list: string): readonly SiteName[] {
  const names = list.split(',');
  const unknown = names.filter((name) => !SITE_NAMES.some((known) => known === name));
  if (unknown.length > 0)
    throw new UsageError(`--only: there is no ${unknown.join(', ')}. Use: ${SITE_NAMES.join(', ')}.`);
  return SITE_NAMES.filter((name) => names.includes(name));
}

type Range = { readonly usual: number; readonly least: number };

function wholeNumber(option: string, value: string | boolean | undefined, { usual, least }: Range): number {
  const number = value === undefined ? usual : Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new UsageError(`${option} ${value}: expected a whole number of at least ${least}.`);
  return number;
}
