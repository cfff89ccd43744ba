import { type Element, Text } from 'domhandler';
import type { Step } from './article.ts';
import { element, elementsNamed, replace } from './tree.ts';

const EMBEDS = ['iframe', 'video', 'audio', 'embed', 'object'];
const MAX_LENGTH = 60;

/** Puts a link in the place of everything embedded from elsewhere; without an address it stays, to be dropped. */
export const replaceEmbeds: Step = (draft) => {
  for (const node of elementsNamed(draft.body, ...EMBEDS)) {
    const href = addressOf(node);
    if (href === null) continue;
    const link = element('a', { href, 'data-b': 'embed' }, [new Text(shortened(href))]);
    replace(node, node.parent?.type === 'tag' ? link : element('p', {}, [link]));
  }
  return draft;
};

function addressOf(node: Element): string | null {
  const own = node.attribs['src'] ?? node.attribs['data'];
  const inner = elementsNamed(node, 'source', 'embed').map(({ attribs }) => attribs['src']);
  const address = [own, ...inner].find((text) => text !== undefined && text.trim() !== '')?.trim();
  return address !== undefined && /^(?:https?:)?\/\//i.test(address) ? address : null;
}

function shortened(href: string): string {
  const text = href.replace(/^(?:https?:)?\/\//i, '').replace(/[?#].*$/, '');
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
