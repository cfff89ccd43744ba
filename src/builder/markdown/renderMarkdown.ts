import createMarkdown, { type MarkdownIt } from 'markdown-it';
import { type Fields, textField } from '#builder/post/value.ts';
import { cutHtmlLines } from './htmlLines.ts';
import { kramdown } from './kramdown.ts';
import { kramdownOptions } from './kramdownOptions.ts';
import { plainParagraphs } from './plainParagraphs.ts';

/** HTML, or why the text was not parsed. */
export type Rendered = { readonly ok: true; readonly html: string } | { readonly ok: false; readonly why: string };

const MAX_TOKENS = 100_000;
const MAX_CHARACTERS = 1_000_000;

// Where markdown-it stops, and drops what lies deeper without a word.
const MAX_NESTING = 100;

type Dialect = { readonly markdown: MarkdownIt; readonly isKramdown: boolean };

const made = new WeakMap<Fields, Dialect>();

/**
 * Markdown with raw HTML → HTML, in the dialect `_config.yml` names: kramdown, or CommonMark. Refused beyond a million
 * characters or 100,000 tokens.
 */
export function renderMarkdown(text: string, config: Fields): Rendered {
  if (text.length > MAX_CHARACTERS) return { ok: false, why: `${text.length} characters of Markdown` };
  const { markdown, isKramdown } = dialectOf(config);
  if (!isKramdown) return renderByRules(text, markdown);
  const { html, rest } = cutHtmlLines(text);
  const plain = plainParagraphs(rest);
  if (plain !== null) return { ok: true, html: html + plain };
  const rendered = renderByRules(rest, markdown);
  return rendered.ok ? { ok: true, html: html + rendered.html } : rendered;
}

function renderByRules(text: string, markdown: MarkdownIt): Rendered {
  const environment = {};
  const tokens = markdown.parse(text, environment);
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1))
    return { ok: false, why: `Markdown nested deeper than ${MAX_NESTING} levels` };
  const count = tokens.reduce((sum, token) => sum + 1 + (token.children?.length ?? 0), 0);
  if (count > MAX_TOKENS) return { ok: false, why: `${count} pieces of Markdown` };
  return { ok: true, html: markdown.renderer.render(tokens, markdown.options, environment) };
}

// Without percent signs, letters of other scripts and encoded hosts, which are what is to be made even.
const PLAIN_ADDRESS = /^(?:https?:)?\/\/(?!.*xn--)[a-z0-9]+(?:[.-][a-z0-9]+)*(?:\/[\w.~!$'()*,;:@&=+/?-]*)?$/;

/** An address that stands as it is does so at once: taking it apart and joining it again is slow. */
function keepPlainAddresses(markdown: MarkdownIt): void {
  const { normalizeLink, normalizeLinkText } = markdown;
  markdown.normalizeLink = (url) => (PLAIN_ADDRESS.test(url) ? url : normalizeLink(url));
  markdown.normalizeLinkText = (url) => (PLAIN_ADDRESS.test(url) ? url : normalizeLinkText(url));
}

function dialectOf(config: Fields): Dialect {
  const known = made.get(config);
  if (known) return known;
  const isKramdown = textField(config, 'markdown')?.toLowerCase().startsWith('commonmark') !== true;
  const markdown = isKramdown ? kramdown(kramdownOptions(config)) : createMarkdown({ html: true });
  // The article steps and the allow-list decide about links, once, for Markdown and HTML alike.
  markdown.validateLink = () => true;
  keepPlainAddresses(markdown);
  const dialect = { markdown, isKramdown };
  made.set(config, dialect);
  return dialect;
}
