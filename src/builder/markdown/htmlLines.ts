import type { MarkdownIt } from 'markdown-it';
import { openTag, TAGS } from './htmlBlocks.ts';

const INDENT = /^ {0,3}(?=<)/;
const BLANK_LINES = /(?:[ \t]*\n)*/y;
const BLANK_LINE = /[ \t]*(?:\n|$)/y;

/**
 * Takes the lines at the head of a text that are whole HTML elements, up to an empty line, past the rules, which would
 * leave them as they are: a bot's post is often nothing else, and the rules look at each of its characters many times.
 */
export function htmlLines(markdown: MarkdownIt): void {
  markdown.core.ruler.before('normalize', 'html_lines', (state) => {
    const [start, end] = htmlAtHead(state.src);
    if (start === end) return;
    const token = new state.Token('html_block', '', 0);
    token.content = state.src.slice(start, end);
    state.tokens.push(token);
    state.src = state.src.slice(end);
  });
}

/** Where such lines begin and end. */
function htmlAtHead(text: string): readonly [start: number, end: number] {
  const none = [0, 0] as const;
  if (/[\r\0]/.test(text)) return none;
  const start = endOf(BLANK_LINES, text, 0);
  for (let at = start; ; ) {
    if (endOf(BLANK_LINE, text, at) > at || at === text.length) return [start, at];
    const next = text.indexOf('\n', at) + 1 || text.length;
    if (!isHtmlLine(text.slice(at, next))) return none;
    at = next;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Whether a line begins with an element, or a comment, that ends on it. */
function isHtmlLine(line: string): boolean {
  const text = line.slice(INDENT.exec(line)?.[0].length ?? line.length);
  if (text.startsWith('<!--')) return text.includes('-->');
  const name = openTag(text)?.name;
  if (name === undefined) return false;
  let depth = 0;
  for (const [, slash, tag = ''] of line.matchAll(TAGS)) {
    if (tag.toLowerCase() !== name) continue;
    depth += slash === '' ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}
