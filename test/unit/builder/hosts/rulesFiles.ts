// What Cloudflare Pages and Netlify make of `_headers` and `_redirects`, as their documentation tells it.

/** A line of `_redirects`. */
type Rule = { readonly from: string; readonly to: string; readonly status: number };

/** The rules of a `_redirects`, in order. */
export function rulesOf(text: string): readonly Rule[] {
  return linesOf(text).map((line) => {
    const [from = '', to = '', status] = line.split(' ');
    return { from, to, status: Number(status) };
  });
}

/** The first rule for a path. */
export function ruleFor(text: string, path: string): Rule | undefined {
  return rulesOf(text).find(({ from }) => matches(from, path));
}

/** The headers of all rules for a path; of one name, joined. */
export function headersFor(text: string, path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  let isMeant = false;
  for (const line of linesOf(text)) {
    if (line.startsWith('/')) isMeant = matches(line, path);
    const [, name = '', value = ''] = /^  ([^:]+): (.*)$/.exec(line) ?? [];
    if (name !== '' && isMeant) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
