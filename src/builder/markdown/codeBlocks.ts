import type { MarkdownIt } from 'markdown-it';

/** Code as Jekyll's highlighter frames it, without its colours; `plain` frames nothing. */
export function codeBlocks(markdown: MarkdownIt, isHighlighted: boolean): void {
  const { escapeHtml } = markdown.utils;
  const { rules } = markdown.renderer;
  const block = (code: string, language: string, attributes: string) => {
    const text = escapeHtml(code);
    if (!isHighlighted)
      return `<pre${attributes}><code${language && ` class="language-${language}"`}>${text}</code></pre>\n`;
    const frame = `<div${attributes || ` class="language-${language || 'plaintext'} highlighter-rouge"`}>`;
    return `${frame}<div class="highlight"><pre class="highlight"><code>${text}</code></pre></div></div>\n`;
  };
  for (const type of ['fence', 'code_block'])
    rules[type] = (tokens, index, _options, _env, renderer) => {
      const token = tokens[index];
      if (!token) return '';
      const language = escapeHtml(/^[^\s{?]*/.exec(token.info.trim())?.[0] ?? '');
      if (isHighlighted && token.attrs)
        token.attrJoin('class', `language-${language || 'plaintext'} highlighter-rouge`);
      return block(token.content, language, renderer.renderAttrs(token));
    };
  rules['code_inline'] = (tokens, index, _options, _env, renderer) => {
    const token = tokens[index];
    if (!token) return '';
    if (isHighlighted) token.attrJoin('class', 'language-plaintext highlighter-rouge');
    return `<code${renderer.renderAttrs(token)}>${escapeHtml(token.content)}</code>`;
  };
}
