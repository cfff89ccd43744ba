import type { MarkdownIt, Token } from 'markdown-it';

/**
 * Lists as kramdown has them: each point is spaced by itself, when an empty line follows its first paragraph, and
 * numbers always begin at one. https://kramdown.gettalong.org/syntax.html#lists
 */
export function lists(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'lists', ({ tokens, src }) => {
    const isEmpty = src.split('\n').map((line) => /^[\s>]*$/.test(line));
    const open: Token[] = [];
    for (const [index, token] of tokens.entries()) {
      const above = open.at(-1);
      if (token.type === 'ordered_list_open') token.attrs = null;
      if (token.type === 'paragraph_open' && above?.type === 'list_item_open') {
        const isTight = tokens[index - 1] === above && !(isEmpty[token.map?.[1] ?? 0] && !endsList(tokens, index));
        for (const side of [token, tokens[index + 2]]) if (side) side.hidden = isTight;
      }
      if (token.nesting === 1) open.push(token);
      if (token.nesting === -1) open.pop();
    }
  });
}

// Whether the paragraph is all there is in the last point.
function endsList(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 3]?.type === 'list_item_close' && tokens[index + 4]?.type !== 'list_item_open';
}
