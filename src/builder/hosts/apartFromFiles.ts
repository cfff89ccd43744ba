import type { Redirect } from '#builder/ledger/RedirectNotes.ts';

/**
 * Redirects apart from those that would stand before a file of the site: most hosts follow a redirect before they look
 * for a file. `shadowed` are the old addresses of such files, in whatever case.
 */
export function apartFromFiles(
  redirects: readonly Redirect[],
  paths: readonly string[],
): { readonly free: readonly Redirect[]; readonly shadowed: readonly string[] } {
  const wanted = new Map(redirects.flatMap(([from]) => pathsFor(from).map((path) => [path, from])));
  const found = new Set<string>();
  if (wanted.size > 0)
    for (const path of paths) {
      const from = wanted.get(path.normalize('NFC').toLowerCase());
      if (from !== undefined) found.add(from);
    }
  const isShadowed = ([from]: Redirect) => found.has(from);
  return {
    free: redirects.filter((redirect) => !isShadowed(redirect)),
    shadowed: redirects.filter(isShadowed).map(([from]) => from),
  };
}

/** The files that a host may give for a folded address in one of its forms. */
function pathsFor(from: string): readonly string[] {
  const path = from.slice(1);
  return [path, `${path}.html`, `${path}/index.html`];
}
