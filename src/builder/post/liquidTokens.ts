/** A piece of Liquid mark-up: an expression (`{{ … }}`), or a tag (`{% … %}`) with its name. */
export type LiquidToken = {
  /** Undefined for an expression. */
  readonly tag: string | undefined;
  /** The expression, or what follows the tag's name. */
  readonly rest: string;
  /** Where it begins and ends in the source. */
  readonly start: number;
  readonly end: number;
};

const CLOSINGS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}' };

/** All mark-up of a source, as Liquid finds it: from an opening to the first closing. One without a closing is text. */
export function* liquidTokens(source: string): Generator<LiquidToken> {
  // Once there is no closing ahead there never will be: a text of nothing but openings must not be searched each time.
  const unclosed = new Set<string>();
  let start = source.indexOf('{');
  while (start !== -1) {
    const opening = source.slice(start, start + 2);
    const closing = CLOSINGS[opening];
    const end = closing === undefined || unclosed.has(opening) ? -1 : source.indexOf(closing, start + 2);
    if (end !== -1) yield tokenOf(source.slice(start + 2, end), opening === '{%', start, end + 2);
    else if (closing !== undefined) unclosed.add(opening);
    start = source.indexOf('{', end === -1 ? start + 1 : end + 2);
  }
}

function tokenOf(inside: string, isTag: boolean, start: number, end: number): LiquidToken {
  const text = inside.replace(/^-/, '').replace(/-$/, '').trim();
  const name = /^\w*/.exec(text)?.[0] ?? '';
  return { tag: isTag ? name : undefined, rest: isTag ? text.slice(name.length).trim() : text, start, end };
}
