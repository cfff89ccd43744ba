import type { MarkdownIt } from 'markdown-it';

/** What kramdown reads apart from CommonMark: two backslashes break a line at its end, and `<<` opens no tag. */
export function escapes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'kramdown_escape', (state, silent) => {
    const mark = state.src.slice(state.pos, state.pos + 3);
    const isBreak = mark === '\\\\\n';
    if (!isBreak && !mark.startsWith('<<')) return false;
    if (!silent && isBreak) state.push('hardbreak', 'br', 0);
    if (!silent && !isBreak) state.pending += '<<';
    state.pos += isBreak ? 3 : 2;
    return true;
  });
}
