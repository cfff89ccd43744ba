import { type LiquidToken, liquidTokens } from './liquidTokens.ts';
import { type Fields, isFields, textOf, type Value } from './value.ts';

/** What expressions may ask for. */
export type LiquidScope = {
  readonly site: Fields;
  readonly page: Fields;
  /** The path before every address, without closing slash. */
  readonly baseurl: string;
  readonly url: string;
  /** The address of a post by its `YYYY-MM-DD-name`, or of a file by its path; undefined when there is none. */
  readonly addressOf: (name: string) => string | undefined;
};

/** Text with Liquid resolved, and the mark-up that had to be left out. */
export type Resolved = { readonly text: string; readonly leftOut: readonly string[] };

const MAX_LEFT_OUT = 5;
const MAX_DEPTH = 100;
// What a post may grow to by its own variables, in characters: all output, and one value.
const MAX_OUTPUT = 8_000_000;
const MAX_VALUE = 100_000;

/**
 * Resolves the Liquid that needs no engine: values of site and page, `assign`, `capture`, the usual address filters,
 * `post_url`, `link`, `comment`, `raw`, `highlight`. Of a condition it cannot decide the first branch stays; loops,
 * includes and unknown tags are left out. Never fails, and leaves no mark-up behind.
 */
export function resolveLiquid(source: string, scope: LiquidScope): Resolved {
  if (!source.includes('{{') && !source.includes('{%')) return { text: source, leftOut: [] };
  const tokens = liquidTokens(source);
  const run: Run = { source, scope, variables: new Map(), leftOut: new Set(), tokens, at: 0, depth: 0, written: 0 };
  return { text: renderUntil(run, []).text, leftOut: [...run.leftOut] };
}

type Run = {
  readonly source: string;
  readonly scope: LiquidScope;
  readonly variables: Map<string, Value>;
  readonly leftOut: Set<string>;
  readonly tokens: Iterator<LiquidToken>;
  /** Where the text after the last token begins. */
  at: number;
  /** How many blocks are open. */
  depth: number;
  /** How many characters expressions have given. */
  written: number;
};

/** Renders up to one of the closing tags (or the end), and says which it was. */
function renderUntil(run: Run, closings: readonly string[]): { text: string; closing: string | null } {
  let text = '';
  for (let next = run.tokens.next(); !next.done; next = run.tokens.next()) {
    const token = next.value;
    const { tag, rest } = token;
    text += run.source.slice(run.at, token.start);
    run.at = token.end;
    if (tag !== undefined && closings.includes(tag)) return { text, closing: tag };
    text += tag === undefined ? output(rest, run) : renderTag(tag, rest, run);
  }
  text += run.source.slice(run.at);
  run.at = run.source.length;
  return { text, closing: null };
}

function output(expression: string, run: Run): string {
  const value = evaluate(expression, run);
  const text = textOf(value);
  run.written += text.length;
  if (value !== undefined && run.written <= MAX_OUTPUT) return text;
  leaveOut(`{{ ${expression} }}`, run);
  return '';
}

function leaveOut(markup: string, { leftOut }: Run): void {
  if (leftOut.size < MAX_LEFT_OUT) leftOut.add(markup.replace(/\s+/g, ' ').slice(0, 80));
}

function renderTag(tag: string, rest: string, run: Run): string {
  const render = Object.hasOwn(TAGS, tag) && run.depth < MAX_DEPTH ? TAGS[tag] : undefined;
  if (!render) leaveOut(`{% ${tag} ${rest} %}`, run);
  run.depth++;
  const text = render?.(rest, run) ?? '';
  run.depth--;
  return text;
}

const TAGS: Readonly<Record<string, (rest: string, run: Run) => string>> = {
  assign: (rest, run) => {
    const match = /^([\w-]+)\s*=([\s\S]*)$/.exec(rest);
    const value = match ? evaluate(match[2] ?? '', run) : undefined;
    if (match?.[1] && value !== undefined) run.variables.set(match[1], value);
    return '';
  },
  capture: (rest, run) => {
    run.variables.set(rest, renderUntil(run, ['endcapture']).text.slice(0, MAX_VALUE));
    return '';
  },
  comment: (_rest, run) => {
    skipTo(run, 'endcomment');
    return '';
  },
  raw: (_rest, run) => skipTo(run, 'endraw'),
  highlight: (rest, run) => fenced(rest, skipTo(run, 'endhighlight')),
  post_url: (rest, run) => address('post_url', rest, run),
  link: (rest, run) => address('link', rest, run),
  if: (rest, run) => branch('if', rest, run),
  unless: (rest, run) => branch('unless', rest, run),
  for: (rest, run) => {
    leaveOut(`{% for ${rest} %}`, run);
    skipTo(run, 'endfor');
    return '';
  },
  case: (rest, run) => {
    leaveOut(`{% case ${rest} %}`, run);
    skipTo(run, 'endcase');
    return '';
  },
};

/** The text up to a closing tag, as it stands. Blocks of the same name inside count. */
function skipTo(run: Run, closing: string): string {
  const opening = closing.slice('end'.length);
  const from = run.at;
  let depth = 1;
  for (let next = run.tokens.next(); !next.done; next = run.tokens.next()) {
    const token = next.value;
    run.at = token.end;
    if (token.tag === opening && opening !== 'raw' && opening !== 'highlight') depth++;
    if (token.tag === closing && --depth === 0) return run.source.slice(from, token.start);
  }
  run.at = run.source.length;
  return run.source.slice(from);
}

// The plain form of a condition, a value that is there or not, can be decided; all others keep their first branch.
function branch(tag: 'if' | 'unless', condition: string, run: Run): string {
  const isPlain = /^[\w.-]+$/.test(condition);
  const value = isPlain ? evaluate(condition, run) : undefined;
  if (!isPlain) leaveOut(`{% ${tag} ${condition} %}`, run);
  const isTrue = !isPlain || (value !== undefined && value !== null && value !== false) === (tag === 'if');
  const closings = ['elsif', 'else', `end${tag}`];
  const first = renderUntil(run, closings);
  let other = '';
  for (let closing = first.closing; closing !== null && closing !== `end${tag}`; ) {
    const next = renderUntil(run, closings);
    if (closing === 'else') other = next.text;
    closing = next.closing;
  }
  return isTrue ? first.text : other;
}

function address(tag: string, name: string, run: Run): string {
  const found = run.scope.addressOf(name.trim().replace(/^['"]|['"]$/g, ''));
  if (found === undefined) leaveOut(`{% ${tag} ${name} %}`, run);
  return found === undefined ? '' : `${run.scope.baseurl}${found}`;
}

function fenced(language: string, code: string): string {
  const fence = '~'.repeat(Math.max(3, ...[...code.matchAll(/~{3,}/g)].map(([run]) => run.length + 1)));
  return `\n${fence}${language.split(/\s/, 1)[0] ?? ''}\n${code.replace(/^\n|\n$/g, '')}\n${fence}\n`;
}

// ---- Expressions: a value and its filters

function evaluate(expression: string, run: Run): Value | undefined {
  const [first = '', ...filters] = expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? [];
  return filters.reduce<Value | undefined>((value, filter) => applyFilter(value, filter, run), term(first.trim(), run));
}

function term(text: string, run: Run): Value | undefined {
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(text);
  if (literal) return literal[1] ?? literal[2] ?? '';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  const [root = '', ...keys] = text.split('.');
  if (root === 'site' && keys[0] === 'baseurl' && keys.length === 1) return run.scope.baseurl;
  if (root === 'site' && keys[0] === 'url' && keys.length === 1) return run.scope.url;
  if (root === 'site') return pick(run.scope.site, keys);
  if (root === 'page') return pick(run.scope.page, keys);
  return keys.length === 0 ? run.variables.get(root) : undefined;
}

function pick(fields: Fields, keys: readonly string[]): Value | undefined {
  let value: Value | undefined = fields;
  for (const key of keys) value = isFields(value) ? value.get(key) : undefined;
  return value === undefined || isFields(value) || Array.isArray(value) ? undefined : value;
}

function applyFilter(value: Value | undefined, filter: string, run: Run): Value | undefined {
  if (value === undefined) return undefined;
  const [, name = '', argument] = /^\s*(\w+)\s*(?::\s*([\s\S]*?))?\s*$/.exec(filter) ?? [];
  const apply = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  const given = argument === undefined ? '' : term(argument, run);
  const result = apply && given !== undefined ? apply(textOf(value), textOf(given), run.scope) : undefined;
  return result === undefined || result.length > MAX_VALUE ? undefined : result;
}

const FILTERS: Readonly<Record<string, (text: string, argument: string, scope: LiquidScope) => string>> = {
  append: (text, argument) => text + argument,
  prepend: (text, argument) => argument + text,
  relative_url: (text, _argument, { baseurl }) => underBase(text, baseurl),
  absolute_url: (text, _argument, { baseurl, url }) => (isAbsolute(text) ? text : url + underBase(text, baseurl)),
  upcase: (text) => text.toUpperCase(),
  downcase: (text) => text.toLowerCase(),
  strip: (text) => text.trim(),
  escape: (text) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`),
  url_encode: (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  default: (text, argument) => text || argument,
};

function isAbsolute(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

function underBase(address: string, baseurl: string): string {
  return isAbsolute(address) ? address : `${baseurl}/${address.replace(/^\/+/, '')}`;
}
