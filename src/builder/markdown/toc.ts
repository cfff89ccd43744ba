import type { MarkdownIt, Token } from 'markdown-it';

/**
 * A list marked `{:toc}` becomes kramdown's table of contents: links to all headings with an id, without those of the
 * class `no_toc`. https://kramdown.gettalong.org/converter/html.html#toc
 */
export function toc(markdown: MarkdownIt, levels: readonly number[]): void {
  const { escapeHtml } = markdown.utils;
  markdown.core.ruler.push('toc', (state) => {
    const at = state.tokens.findIndex((token) => token.meta?.['isToc'] === true && token.tag.endsWith('l'));
    const list = state.tokens[at];
    if (!list) return;
    const end = state.tokens.findIndex(
      ({ nesting, level }, index) => index > at && nesting === -1 && level === list.level,
    );
    const headings = state.tokens.flatMap((token, index) =>
      isListed(token, levels) ? [{ token, text: state.tokens[index + 1] }] : [],
    );
    const html = new state.Token('html_block', '', 0);
    html.content = nest(headings, list.tag, ({ token, text }) => {
      const id = escapeHtml(String(token.attrGet('id')));
      const words = (text?.children ?? []).filter(
        ({ type }) => type !== 'footnote_reference' && !type.startsWith('link_'),
      );
      const label = markdown.renderer.renderInline(words, markdown.options, state.env);
      return `<a href="#${id}" id="markdown-toc-${id}">${label}</a>`;
    });
    state.tokens.splice(at, end - at + 1, html);
  });
}

function isListed(token: Token, levels: readonly number[]): boolean {
  if (token.type !== 'heading_open' || token.attrGet('id') === null) return false;
  return levels.includes(Number(token.tag.charAt(1))) && !/(?:^|\s)no_toc(?:\s|$)/.test(String(token.attrGet('class')));
}

type Heading = { readonly token: Token; readonly text: Token | undefined };

// A heading lies below the one before it when its level is deeper, however many levels lie between.
function nest(headings: readonly Heading[], tag: string, link: (heading: Heading) => string): string {
  const open: number[] = [];
  let html = '';
  for (const heading of headings) {
    const level = Number(heading.token.tag.charAt(1));
    while (open.length > 1 && (open.at(-1) ?? 0) > level) {
      if ((open.at(-2) ?? 0) < level) break;
      html += `</li></${tag}>`;
      open.pop();
    }
    const deeper = open.length === 0 || (open.at(-1) ?? 0) < level;
    const list = open.length === 0 ? `<${tag} id="markdown-toc">` : `<${tag}>`;
    html += deeper ? `${list}<li>` : '</li><li>';
    if (deeper) open.push(level);
    else open[open.length - 1] = level;
    html += link(heading);
  }
  return html + `</li></${tag}>`.repeat(open.length);
}
