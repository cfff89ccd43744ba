import type { MarkdownIt } from 'markdown-it';

const BLOCK_MARK = '$$';

/**
 * kramdown's `$$…$$`: `\[…\]` when it stands as a block of its own, `\(…\)` within a line. Single dollars are prices.
 * https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export function math(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils;
  markdown.block.ruler.before('fence', 'math_block', (state, line, end, silent) => {
    const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    if (!state.src.startsWith(BLOCK_MARK, from) || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
    let last = line;
    // An empty line ends the search: TeX has none, and a lost mark must not swallow the text.
    while (last < end && !state.isEmpty(last) && !endsBlock(state.src, from, state.eMarks[last] ?? 0)) last++;
    if (last === end || state.isEmpty(last)) return false;
    if (silent) return true;
    const text = state.getLines(line, last + 1, state.blkIndent, false).trim();
    const token = state.push('math_block', '', 0);
    token.content = text.slice(BLOCK_MARK.length, -BLOCK_MARK.length).trim();
    token.map = [line, last + 1];
    state.line = last + 1;
    return true;
  });
  markdown.inline.ruler.before('escape', 'math_inline', (state, silent) => {
    if (!state.src.startsWith(BLOCK_MARK, state.pos)) return false;
    const from = state.pos + BLOCK_MARK.length;
    const to = closingMark(state.src, from);
    if (to <= from) return false;
    if (!silent) state.push('math_inline', '', 0).content = state.src.slice(from, to).trim();
    state.pos = to + BLOCK_MARK.length;
    return true;
  });
  markdown.renderer.rules['math_block'] = (tokens, index) => `\\[${escapeHtml(tokens[index]?.content ?? '')}\\]\n`;
  markdown.renderer.rules['math_inline'] = (tokens, index) => `\\(${escapeHtml(tokens[index]?.content ?? '')}\\)`;
}

function endsBlock(src: string, from: number, lineEnd: number): boolean {
  const text = src.slice(Math.max(from + BLOCK_MARK.length, lineEnd - 20), lineEnd).trimEnd();
  return text.endsWith(BLOCK_MARK) && !text.endsWith('\\$$');
}

const LONGEST_INLINE = 2_000;

// Looked for only so far: a text of lost marks would be read over and over to its end.
function closingMark(src: string, from: number): number {
  const within = src.slice(from, from + LONGEST_INLINE).indexOf(BLOCK_MARK);
  return within < 0 ? -1 : from + within;
}
