import MarkdownIt from 'markdown-it';
import { attributeLists } from './attributeLists.ts';

/** HTML, or why the text was not parsed. */
export type Rendered = { readonly ok: true; readonly html: string } | { readonly ok: false; readonly why: string };

const MAX_TOKENS = 100_000;
const MAX_CHARACTERS = 1_000_000;

// Where markdown-it stops, and drops what lies deeper without a word.
const MAX_NESTING = 100;

const markdown = new MarkdownIt({ html: true }).use(attributeLists);
// The article steps and the allow-list decide about links, once, for Markdown and HTML alike.
markdown.validateLink = () => true;

/** Markdown with raw HTML → HTML, refused beyond a million characters or 100,000 tokens. */
export function renderMarkdown(text: string): Rendered {
  if (text.length > MAX_CHARACTERS) return { ok: false, why: `${text.length} characters of Markdown` };
  const environment = {};
  const tokens = markdown.parse(text, environment);
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1))
    return { ok: false, why: `Markdown nested deeper than ${MAX_NESTING} levels` };
  const count = tokens.reduce((sum, token) => sum + 1 + (token.children?.length ?? 0), 0);
  if (count > MAX_TOKENS) return { ok: false, why: `${count} pieces of Markdown` };
  return { ok: true, html: markdown.renderer.render(tokens, markdown.options, environment) };
}
