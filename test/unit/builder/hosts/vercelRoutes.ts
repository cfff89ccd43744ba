import { type Key, pathToRegexp } from 'path-to-regexp';

type Rule = { readonly source: string; readonly destination: string };

/** What `vercel.json` holds, as far as we write it. */
export type VercelConfig = {
  readonly headers: readonly { source: string; headers: readonly { key: string; value: string }[] }[];
  readonly redirects: readonly (Rule & { readonly statusCode: number })[];
  readonly rewrites: readonly Rule[];
};

/** Which file answers for a path, `null` for none, or where it is sent. */
export function answerOf(config: VercelConfig, path: string, files: readonly string[]): string | null {
  const redirect = config.redirects.find(({ source }) => match(source, path));
  if (redirect) return `${redirect.statusCode} ${redirect.destination}`;
  let asked = path;
  if (fileAt(asked, files) !== null) return fileAt(asked, files);
  // A rewrite to what is not there goes on with the next one.
  for (const { source, destination } of config.rewrites) {
    const found = match(source, asked);
    if (!found) continue;
    asked = destination.replace(':path', found['path'] ?? '');
    if (fileAt(asked, files) !== null) return fileAt(asked, files);
  }
  return null;
}

/** The headers of all rules for a path; the last of a name counts. */
export function headersFor({ headers }: VercelConfig, path: string): Record<string, string> {
  const meant = headers.filter(({ source }) => match(source, path)).flatMap((rule) => rule.headers);
  return Object.fromEntries(meant.map(({ key, value }) => [key, value]));
}

function fileAt(path: string, files: readonly string[]): string | null {
  return [path, `${path.replace(/\/$/, '')}/index.html`].find((file) => files.includes(file)) ?? null;
}

/** As Vercel reads patterns: https://github.com/vercel/vercel/tree/main/packages/routing-utils. */
function match(source: string, path: string): Record<string, string> | null {
  const keys: Key[] = [];
  const found = pathToRegexp(source, keys, { strict: true, sensitive: true, delimiter: '/' }).exec(path);
  return found && Object.fromEntries(keys.map(({ name }, index) => [String(name), found[index + 1] ?? '']));
}
