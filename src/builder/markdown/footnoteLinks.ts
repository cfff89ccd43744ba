import type { MarkdownIt } from 'markdown-it';
import { idOf } from './footnotes.ts';

/** Writes the references to footnotes, and their links back, as kramdown does. */
export function footnoteLinks(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules['footnote_reference'] = (tokens, index) => {
    const { id, label, number } = tokens[index]?.meta ?? {};
    const link = `<a href="#fn:${escapeHtml(String(label))}" class="footnote" rel="footnote">${String(number)}</a>`;
    return `<sup id="fnref:${escapeHtml(String(id))}" role="doc-noteref">${link}</sup>`;
  };
  markdown.renderer.rules['footnote_back'] = (tokens, index) => {
    const { label, references, alone } = tokens[index]?.meta ?? {};
    const links = Array.from({ length: Number(references) }, (_none, earlier) => {
      const again = earlier === 0 ? '' : `<sup>${earlier + 1}</sup>`;
      const href = `#fnref:${escapeHtml(idOf(String(label), earlier))}`;
      return `<a href="${href}" class="reversefootnote" role="doc-backlink">&#8617;${again}</a>`;
    });
    return `${alone === true ? '' : '&nbsp;'}${links.join('&nbsp;')}`;
  };
}
