import { type Element, isTag } from 'domhandler';
import type { OriginalRule } from '#builder/settings.ts';
import type { Site } from '#builder/site.ts';
import type { Draft, Step } from './article.ts';
import { hostOfEven } from './evenAddress.ts';
import { elementsNamed, isBlank, remove, textOfNode } from './tree.ts';

/**
 * Cuts the furniture off the end of a post: nav lines as the settings describe them, then one line that is nothing but
 * an autolink, which is the original; where the settings tell how, its address is made anew. An empty autolink (`<>`) is
 * a lost original and goes too, and so is one that is no address but for its scheme.
 */
export const cutTail: Step = (draft, site) => {
  for (let last = lastBlock(draft); last && isNav(last, site); last = lastBlock(draft)) remove(last);
  const last = lastBlock(draft);
  if (!last || last.name !== 'p') return draft;
  if (/^(?:<>|https?:\/\/)$/i.test(textOfNode(last))) remove(last);
  const original = autolinkIn(last);
  if (original === null) return draft;
  remove(last);
  return { ...draft, original: rebuilt(original, site.settings.original) };
};

function lastBlock({ body }: Draft): Element | null {
  const last = body.children.findLast((node) => !isBlank(node));
  return last && isTag(last) ? last : null;
}

function isNav(block: Element, { settings }: Site): boolean {
  if (settings.nav === null || block.name !== 'p') return false;
  const text = textOfNode(block);
  // Lines that lead somewhere, or would if their address had no blank; a sentence may begin with the same words.
  return settings.nav.test(text) && (elementsNamed(block, 'a').length > 0 || text.includes(']('));
}

function autolinkIn(block: Element): string | null {
  const [link, ...others] = block.children.filter((node) => !isBlank(node));
  if (!link || others.length > 0 || !isTag(link) || link.name !== 'a') return null;
  const href = link.attribs['href'] ?? '';
  return /^https?:\/\//i.test(href) && isSameAddress(href, textOfNode(link)) ? href : null;
}

// Markdown encodes what it finds between < and >; the text keeps the writer's spelling.
function isSameAddress(href: string, text: string): boolean {
  if (href === text) return hostOfEven(href) !== null || URL.canParse(href);
  try {
    return new URL(href).href === new URL(text).href;
  } catch {
    return false; // One of the two is no address.
  }
}

function rebuilt(found: string, rule: OriginalRule | null): string {
  const groups = rule?.match.exec(found);
  if (!rule || !groups) return found;
  const address = rule.address.replace(/\$(\d)/g, (_mark, group: string) => groups[Number(group)] ?? '');
  return /^https?:\/\//i.test(address) ? address : found;
}
