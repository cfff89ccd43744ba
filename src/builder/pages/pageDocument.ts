import type { PageFile } from '#shared/prerender.ts';
import { jsonInScript } from './markup.ts';
import type { PageFrame } from './pageFrame.ts';

/** What is a page's own: its head, the HTML of its screen, and what that was made of. */
export type PageParts = { readonly head: string; readonly html: string; readonly page: PageFile };

/**
 * A whole page. Its text comes before any script; behind it stands, as JSON, what the screen was made of, without the
 * article's text, which the page has already.
 */
export function pageDocument({ open, middle, close }: PageFrame, { head, html, page }: PageParts): Buffer {
  const json = jsonInScript(withoutText(page));
  return Buffer.from(
    `${open}${head}\n${middle}<div id="root" data-page>${html}</div>\n<script type="application/json" id="page-data">${json}</script>${close}`,
  );
}

const DATA = /<script type="application\/json" id="page-data">(.*?)<\/script>/;

/** The JSON that a page carries behind its text; undefined where the page is none of these. */
export function dataTextIn(html: string): string | undefined {
  return DATA.exec(html)?.[1];
}

function withoutText({ article, ...page }: PageFile): PageFile {
  if (!article) return page;
  const { rest: _rest, ...first } = article;
  return { ...page, article: { ...first, html: '' } };
}
