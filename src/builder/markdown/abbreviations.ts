import type { MarkdownIt, Token } from 'markdown-it';

const DEFINITION = /^\*\[([^\]\n]{1,100})\]:(.{0,500})$/;
const MAX_NAMES = 500;

type NewToken = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/**
 * kramdown's abbreviations: a line `*[HTML]: Hyper Text` explains the word wherever it stands in the text. Of more
 * than 500, the rest is left out. https://kramdown.gettalong.org/syntax.html#abbreviations
 */
export function abbreviations(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'reference',
    'abbreviation',
    (state, line, _end, silent) => {
      const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      const found = DEFINITION.exec(state.src.slice(from, Math.min(state.eMarks[line] ?? 0, from + 700)));
      if (!found) return false;
      if (silent) return true;
      const token = state.push('abbreviation', '', 0);
      [token.content, token.info] = [found[1] ?? '', (found[2] ?? '').trim()];
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );
  markdown.core.ruler.after('text_join', 'abbreviations', (state) => {
    const titles = new Map(
      state.tokens.filter(({ type }) => type === 'abbreviation').map(({ content, info }) => [content, info]),
    );
    if (titles.size === 0) return;
    state.tokens = state.tokens.filter(({ type }) => type !== 'abbreviation');
    const names = [...titles.keys()].slice(0, MAX_NAMES).toSorted((one, other) => other.length - one.length);
    const anyName = new RegExp(`(?<!\\w)(?:${names.map(escapePattern).join('|')})(?!\\w)`, 'g');
    for (const token of state.tokens)
      token.children = token.children?.flatMap((child) => explain(child, anyName, titles, state.Token)) ?? null;
  });
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function explain(token: Token, names: RegExp, titles: ReadonlyMap<string, string>, New: NewToken): Token[] {
  if (token.type !== 'text') return [token];
  const text = (content: string) => Object.assign(new New('text', '', 0), { content, level: token.level });
  const parts: Token[] = [];
  let from = 0;
  for (const found of token.content.matchAll(names)) {
    const open = new New('abbr_open', 'abbr', 1);
    const title = titles.get(found[0]) ?? '';
    if (title !== '') open.attrs = [['title', title]];
    parts.push(text(token.content.slice(from, found.index)), open, text(found[0]), new New('abbr_close', 'abbr', -1));
    from = found.index + found[0].length;
  }
  return parts.length === 0 ? [token] : [...parts, text(token.content.slice(from))];
}
