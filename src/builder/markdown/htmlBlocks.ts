import type { MarkdownIt, StateBlock } from 'markdown-it';

const SPANS = new Set([
  ...[
    'a',
    'abbr',
    'acronym',
    'b',
    'big',
    'bdo',
    'br',
    'button',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'i',
    'img',
    'input',
  ],
  ...['ins', 'kbd', 'label', 'mark', 'option', 'q', 'rb', 'rbc', 'rp', 'rt', 'rtc', 'ruby', 'samp', 'select', 'small'],
  ...['span', 'strike', 'strong', 'sub', 'sup', 'textarea', 'time', 'tt', 'u', 'var'],
]);
/** Every tag: a slash when it closes, and its name. */
export const TAGS = /<(\/?)([a-z][a-z0-9-]*)\b/gi;
const MAX_TAG = 2_000;
const OPEN_TAG = /^<([a-z][a-z0-9-]*)\b([^<>]*)>/i;
const MARKDOWN = /\s+markdown\s*=\s*(?:"(?:1|block)"|'(?:1|block)'|1(?=\s|$))/i;

/**
 * HTML blocks as kramdown reads them: from the tag that opens an element to the one that closes it, over empty lines,
 * with no Markdown inside unless the element says `markdown="1"`. An element never closed is left to CommonMark's rule.
 * https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export function htmlBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'html_block',
    'html_element',
    (state, line, end, silent) => {
      const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      if (state.src.charAt(from) !== '<' || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
      const open = openTag(state.src.slice(from, from + MAX_TAG));
      if (!open) return false;
      const close = closesOf(state).get(from);
      if (close === undefined) return false;
      const last = lineOf(state, close, line);
      if (last >= end) return false;
      if (!silent) readElement(state, line, last, { from, close, tag: open.tag });
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

/** The tag that text begins with and its name in lower case, when it opens a block of HTML; else null. */
export function openTag(text: string): { readonly tag: string; readonly name: string } | null {
  const [tag, name = ''] = OPEN_TAG.exec(text.slice(0, MAX_TAG)) ?? [];
  return tag === undefined || SPANS.has(name.toLowerCase()) ? null : { tag, name: name.toLowerCase() };
}

type Place = { readonly from: number; readonly close: number; readonly tag: string };

function readElement(state: StateBlock, line: number, last: number, { from, close, tag }: Place): void {
  const isParsed =
    MARKDOWN.test(tag) && last > line && state.src.slice(from + tag.length, state.eMarks[line]).trim() === '';
  const push = (content: string, first: number, end: number) => {
    const token = state.push('html_block', '', 0);
    token.content = content;
    token.map = [first, end];
  };
  if (!isParsed) push(state.getLines(line, last + 1, state.blkIndent, true), line, last + 1);
  else {
    push(`${tag.replace(MARKDOWN, '')}\n`, line, line + 1);
    const { lineMax } = state;
    state.lineMax = last;
    state.level++;
    state.md.block.tokenize(state, line + 1, last);
    state.level--;
    state.lineMax = lineMax;
    push(`${state.src.slice(close, state.eMarks[last])}\n`, last, last + 1);
  }
  state.line = last + 1;
}

function lineOf(state: StateBlock, position: number, from: number): number {
  let line = from;
  while ((state.eMarks[line] ?? position) < position) line++;
  return line;
}

/** Where the tag that closes each element begins, by where the one that opens it does. Found once for a text. */
function closesOf({ src, env }: StateBlock): ReadonlyMap<number, number> {
  const known: unknown = env['closes'];
  if (known instanceof Map) return known;
  const closes = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const { 1: slash, 2: tag = '', index } of src.matchAll(TAGS)) {
    const name = tag.toLowerCase();
    const starts = open.get(name) ?? [];
    open.set(name, starts);
    if (slash === '') starts.push(index);
    else {
      const start = starts.pop();
      if (start !== undefined) closes.set(start, index);
    }
  }
  env['closes'] = closes;
  return closes;
}
