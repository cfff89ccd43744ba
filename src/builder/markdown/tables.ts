import type { MarkdownIt } from 'markdown-it';

/** The cells of tables say their alignment as kramdown writes it. */
export function tables(markdown: MarkdownIt): void {
  for (const name of ['th_open', 'td_open'])
    markdown.renderer.rules[name] = (tokens, index, options, _env, renderer) => {
      const token = tokens[index];
      const style = token?.attrGet('style');
      if (style) token?.attrSet('style', String(style).replace('text-align:', 'text-align: '));
      return renderer.renderToken(tokens, index, options);
    };
}
