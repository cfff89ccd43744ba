import type { MarkdownIt, Token } from 'markdown-it';
import { type Attributes, type Definitions, parseAttributes, setAttributes } from './attributes.ts';

const BLOCK_LIST = /^\{:([^}\n]*)\}$/;
const SPAN_LIST = /^\{:([^}\n]*)\}/;
const DEFINITION = /^\{:([\w-]+):([^}\n]*)\}$/;
const MAX_LIST = 500;

/**
 * kramdown's attribute lists: `{: .class #id name="value"}` after or before a block, or right after a span, and
 * `{:name: …}`, which gives a list a name. https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function attributeLists(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'paragraph',
    'attribute_list',
    (state, line, _end, silent) => {
      const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      const list = state.src.slice(from, Math.min(state.eMarks[line] ?? 0, from + MAX_LIST)).trimEnd();
      if (!BLOCK_LIST.test(list)) return false;
      if (silent) return true;
      const token = state.push('attribute_list', '', 0);
      token.content = list;
      token.map = [line, line + 1];
      token.meta = { isGlued: line > 0 && !state.isEmpty(line - 1) };
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  markdown.inline.ruler.before('text', 'attribute_list', (state, silent) => {
    if (!state.src.startsWith('{:', state.pos)) return false;
    const list = SPAN_LIST.exec(state.src.slice(state.pos, Math.min(state.pos + MAX_LIST, state.posMax)));
    // After plain text it is text itself.
    if (!list || state.pending !== '' || state.tokens.length === 0) return false;
    if (!silent) state.push('attribute_list', '', 0).content = list[1] ?? '';
    state.pos += list[0].length;
    return true;
  });
  markdown.core.ruler.after('block', 'attribute_blocks', (state) => {
    const definitions = definitionsOf(state.tokens);
    setBlockAttributes(state.tokens, definitions);
    state.tokens = state.tokens.filter(({ type }) => type !== 'attribute_list');
    state.env['attributes'] = definitions;
  });
  markdown.core.ruler.after('inline', 'attribute_spans', (state) => {
    // This very step's work on the blocks, a few lines above.
    const definitions = state.env['attributes'] as Definitions;
    for (const { children } of state.tokens) if (children) setSpanAttributes(children, definitions);
  });
}

function definitionsOf(tokens: readonly Token[]): Definitions {
  const definitions = new Map<string, Attributes>();
  for (const { type, content } of tokens) {
    const found = type === 'attribute_list' ? DEFINITION.exec(content) : null;
    if (found) definitions.set(found[1] ?? '', parseAttributes(found[2] ?? '', definitions));
  }
  return definitions;
}

// A list belongs to the block that ends right above it, else to the one that begins right below.
function setBlockAttributes(tokens: readonly Token[], definitions: Definitions): void {
  const open: Token[] = [];
  let above: Token | undefined;
  let waiting: { line: number; list: Attributes } | undefined;
  for (const token of tokens) {
    if (token.type === 'attribute_list') {
      const list = DEFINITION.test(token.content) ? [] : parseAttributes(token.content.slice(2, -1), definitions);
      if (above && !waiting && token.meta?.['isGlued'] === true) setAttributes(above, list);
      else waiting = { line: token.map?.[1] ?? 0, list: [...(waiting?.list ?? []), ...list] };
      continue;
    }
    if (waiting && waiting.line === token.map?.[0]) setAttributes(token, waiting.list);
    waiting = undefined;
    if (token.nesting === 1) open.push(token);
    if (token.nesting === 0) above = token;
    else above = token.nesting === 1 ? undefined : open.pop();
  }
}

function setSpanAttributes(children: Token[], definitions: Definitions): void {
  const open: Token[] = [];
  let before: Token | undefined;
  for (const token of children) {
    if (token.type === 'attribute_list') {
      if (before) setAttributes(before, parseAttributes(token.content, definitions));
      token.type = 'text';
      token.content = '';
    } else if (token.type !== 'text' || token.content !== '') {
      if (token.nesting === 1) open.push(token);
      before = token.nesting === -1 ? open.pop() : token;
    }
  }
}
