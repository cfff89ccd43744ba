import type { MarkdownIt } from 'markdown-it';

const LIST_LINE = /^\{:[^}\n]*\}$/;
const INLINE_LIST = /^\{:[^}\n]*\}/;

/**
 * Takes kramdown's attribute lists (`{:.class}`, `{: #id}`, `{:toc}`) out of the text: their attributes are not carried
 * over, and they must not be read as words. https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
export function attributeLists(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'paragraph',
    'attribute_list',
    (state, line, _end, silent) => {
      const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      if (!LIST_LINE.test(state.src.slice(from, state.eMarks[line]).trimEnd())) return false;
      if (!silent) state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  markdown.inline.ruler.before('text', 'attribute_list', (state) => {
    if (state.src.charAt(state.pos) !== '{') return false;
    const list = INLINE_LIST.exec(state.src.slice(state.pos, state.pos + 200));
    if (!list) return false;
    state.pos += list[0].length;
    return true;
  });
}
