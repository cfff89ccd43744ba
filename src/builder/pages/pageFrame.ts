import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { localeFor, loadMessages } from '#messages/messages.ts';
import { elementsNamed } from '#builder/article/tree.ts';
import { inlineScripts, MissingAppError, policyFor, shellDocument } from '#builder/files/shell.ts';
import type { Site } from '#builder/site.ts';
import { appParts, type Screen, SCREENS } from './appParts.ts';
import { tag } from './markup.ts';

/** All of a page but what is its own: the same for every page of one kind of screen. */
export type PageFrame = {
  /** From the doctype to where the page's own head goes. */
  readonly open: string;
  /** The styles, and from there to the text. */
  readonly middle: string;
  /** From the page's data to the end: what the app is loaded by, after the text. */
  readonly close: string;
};

/**
 * The frame of a screen's pages: the app's page, with the styles of the first view inline, and all other styles and
 * scripts after the text. A disabled link to the same styles keeps the app from loading them again.
 */
export async function pageFrame(appFolder: string, screen: Screen, site: Site): Promise<PageFrame> {
  const { styles, chunks } = appParts(appFolder, screen, site);
  const css = styleBlock(appFolder, styles);
  const page = shellDocument(readPage(appFolder), site, css === '' ? [] : [css]);
  const [head] = elementsNamed(page, 'head');
  if (!head) throw new MissingAppError(`${appFolder}: the app’s page has no head.`);
  const scripts = takeOut(head, ({ name, attribs }) => name === 'script' && 'src' in attribs);
  takeOut(head, (node) => isOwn(node) || (css !== '' && node.attribs['rel'] === 'stylesheet'));
  const { locale } = await loadMessages(localeFor([site.lang]));
  const links = [
    ...styles.map((style) => tag('link', { rel: 'stylesheet', disabled: '', href: site.base + style })),
    ...chunks.map((chunk) => tag('link', { rel: 'modulepreload', crossorigin: '', href: site.base + chunk })),
  ];
  return {
    open: `<!doctype html>\n${tag('html', { lang: locale, 'data-site-lang': site.lang })}\n<head>\n${innerOf(head)}\n`,
    middle: `${css === '' ? '' : `<style>${css}</style>\n`}</head>\n<body>\n`,
    close: `\n${[...links, ...scripts.map(outerOf)].join('\n')}\n</body>\n</html>\n`,
  };
}

/** The content security policy for all pages of a site, as hosts send it in a header: it allows the styles of each kind. */
export function sitePolicy(appFolder: string, site: Site): string {
  const blocks = SCREENS.map((screen) => styleBlock(appFolder, appParts(appFolder, screen, site).styles));
  const styles = [...new Set(blocks)].filter((css) => css !== '');
  return policyFor(site, inlineScripts(shellDocument(readPage(appFolder), site)), styles);
}

function readPage(appFolder: string): string {
  return readFileSync(join(appFolder, 'index.html'), 'utf8');
}

/** Some styles as one block. Nothing in it can end its element. */
function styleBlock(appFolder: string, styles: readonly string[]): string {
  const texts = styles.map((style) => readFileSync(join(appFolder, style), 'utf8').trim());
  // Parsers read one kind of line end, and the hash is of what they read.
  return texts
    .join('\n')
    .replace(/\r\n?/g, '\n')
    .replace(/<\/(?=style)/gi, '<\\/');
}

/** What each page says itself. */
function isOwn({ name, attribs }: Element): boolean {
  return name === 'title' || attribs['name'] === 'description' || attribs['rel'] === 'modulepreload';
}

function takeOut(head: Element, isWanted: (node: Element) => boolean): readonly Element[] {
  const found = DomUtils.getElementsByTagName('*', head.children, true).filter(isWanted);
  for (const node of found) DomUtils.removeElement(node);
  return found;
}

function innerOf(head: Element): string {
  return DomUtils.getElementsByTagName('*', head.children, true).map(outerOf).join('\n');
}

function outerOf(node: Element): string {
  return DomUtils.getOuterHTML(node, { encodeEntities: 'utf8' });
}
