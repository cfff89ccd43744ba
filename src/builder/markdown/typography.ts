import type { MarkdownIt, Token } from 'markdown-it';

const PUNCTUATION = '[!"#$%\'()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]';

type Side = 'open' | 'close';

// kramdown's rules, in its order: what stands around a quote says which way it turns. `\w` and `\s` are ASCII, as in
// Ruby.
const RULES: readonly (readonly [pattern: RegExp, side: Side])[] = [
  [/["'](?=[_*]{1,2}\S)/y, 'open'],
  [new RegExp(`["'](?=${PUNCTUATION}(?!\\.\\.)\\B)`, 'y'), 'close'],
  [/"(?='\w)|'(?="\w)|(?<=")'(?=\w)|(?<=')"(?=\w)/y, 'open'],
  [/'(?=\d\ds)/y, 'close'],
  [/(?<=[ \t\n])["'](?=\w)/y, 'open'],
  [/(?<=[^ \\\t\n[{(-])["']/y, 'close'],
  [/["'](?=[ \t\n]|s\b|$)/y, 'close'],
  [/["']/y, 'open'],
];

const SYMBOLS = /---|--|\.\.\.|<< ?| ?>>|["']/g;
const WRITTEN = new Map([
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['<< ', '«\u00a0'],
  ['<<', '«'],
  [' >>', '\u00a0»'],
  ['>>', '»'],
]);
const CJK = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\u3000-\\u303f\\uff00-\\uffef]';
const CJK_QUOTE = new RegExp(`${CJK}["']|["']${CJK}`, 'u');

/** Opening and closing marks of `'` and `"`. */
export type Quotes = { readonly "'": Record<Side, string>; readonly '"': Record<Side, string> };

/**
 * kramdown's typographic symbols: quotes that turn, dashes, dots and guillemets. In a paragraph where a quote touches a
 * Chinese, Japanese or Korean character quotes stay straight: without blanks kramdown would turn them all one way.
 * https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
export function typography(markdown: MarkdownIt, quotes: Quotes): void {
  markdown.core.ruler.before('text_join', 'typography', (state) => {
    for (const { children } of state.tokens) if (children) setTokens(children, quotes);
  });
}

function setTokens(tokens: readonly Token[], quotes: Quotes): void {
  const line = tokens.map(sourceOf).join('');
  if (!/["']|--|\.\.\.|<<|>>/.test(line)) return;
  const turns = !CJK_QUOTE.test(line);
  let from = 0;
  for (const token of tokens) {
    const start = from;
    from += sourceOf(token).length;
    if (token.type !== 'text') continue;
    token.content = token.content.replace(SYMBOLS, (symbol, offset: number) => {
      if (symbol !== '"' && symbol !== "'") return WRITTEN.get(symbol) ?? symbol;
      return turns ? quotes[symbol][sideAt(line, start, start + offset)] : symbol;
    });
  }
}

// What a rule sees in place of a token: a mark as the source has it.
function sourceOf({ type, nesting, content }: Token): string {
  if (type === 'text') return content;
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  if (type === 'link_open' || type === 'link_close') return nesting === 1 ? '[' : ')';
  if (type === 'html_inline') return '<';
  return type === 'code_inline' ? '`' : '*';
}

// For kramdown a token begins a text of its own: nothing stands before its first character.
function sideAt(line: string, start: number, at: number): Side {
  for (const [pattern, side] of RULES) {
    if (at === start && pattern.source.startsWith('(?<=[')) continue;
    pattern.lastIndex = at;
    if (pattern.test(line)) return side;
  }
  return 'open';
}
