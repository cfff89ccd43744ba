import { openTag, TAGS } from './htmlBlocks.ts';

const INDENT = /^ {0,3}(?=<)/;
const BLANK_LINES = /(?:[ \t]*\n)*/y;
const BLANK_LINE = /[ \t]*(?:\n|$)/y;
// One of its own, since it is left where it found something.
const NEXT_TAG = new RegExp(TAGS);

/**
 * Parts the lines at the head of a text that are whole HTML elements, up to an empty line, from what follows. The rules
 * would leave them as they are: a bot's post is often nothing else, and the rules look at each of its characters many
 * times.
 */
export function cutHtmlLines(text: string): { readonly html: string; readonly rest: string } {
  const none = { html: '', rest: text };
  if (text.includes('\r') || text.includes('\0')) return none;
  const start = endOf(BLANK_LINES, text, 0);
  for (let at = start; ; ) {
    if (endOf(BLANK_LINE, text, at) > at || at === text.length)
      return { html: text.slice(start, at), rest: text.slice(at) };
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
  NEXT_TAG.lastIndex = 0;
  for (let tag = NEXT_TAG.exec(line); tag !== null; tag = NEXT_TAG.exec(line)) {
    if (tag[2]?.toLowerCase() !== name) continue;
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}
