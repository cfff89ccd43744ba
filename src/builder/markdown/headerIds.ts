import type { MarkdownIt } from 'markdown-it';

const OWN_ID = /[ \t]+\{#([A-Za-z][\w:-]*)\}[ \t]*$/;
// Ruby's \p{Word}, which is what kramdown keeps besides hyphens and blanks.
const NO_WORD = /[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

/**
 * Gives every heading kramdown's id for GitHub's Markdown, made of its source text; the second of the same name gets
 * `-1`. A heading may name its own: `## Title {#name}`. https://kramdown.gettalong.org/parser/gfm.html
 */
export function headerIds(markdown: MarkdownIt, isAutomatic: boolean): void {
  markdown.core.ruler.after('attribute_blocks', 'header_ids', (state) => {
    const used = new Map<string, number>();
    for (const [index, heading] of state.tokens.entries()) {
      const text = state.tokens[index + 1];
      if (heading.type !== 'heading_open' || !text) continue;
      const own = OWN_ID.exec(text.content.slice(-200));
      if (own) {
        text.content = text.content.slice(0, -own[0].length);
        heading.attrSet('id', own[1] ?? '');
      }
      if (isAutomatic && heading.attrGet('id') === null) heading.attrSet('id', idOf(text.content, used));
    }
  });
}

function idOf(text: string, used: Map<string, number>): string {
  const id = text.toLowerCase().replace(NO_WORD, '').replace(/[ \t]/g, '-');
  const earlier = used.get(id) ?? 0;
  used.set(id, earlier + 1);
  return earlier === 0 ? id : `${id}-${earlier}`;
}
