import type { Step } from './article.ts';
import { elementsOf } from './tree.ts';

/**
 * Ids that a link of the same article names become `a-…`, so that they never meet those of the page around the text;
 * all other ids go. Links follow.
 */
export const renameIds: Step = (draft) => {
  const nodes = elementsOf(draft.body);
  const targets = new Set(nodes.map(({ attribs }) => fragmentOf(attribs['href'])).filter((id) => id !== null));
  for (const { attribs } of nodes) {
    const id = attribs['id'] ?? attribs['name'];
    if (id !== undefined) delete attribs['id'];
    if (id !== undefined && targets.has(id)) attribs['id'] = prefixed(id);
    const fragment = fragmentOf(attribs['href']);
    if (fragment !== null) attribs['href'] = `#${encodeURIComponent(prefixed(fragment))}`;
  }
  return draft;
};

function fragmentOf(href: string | undefined): string | null {
  if (!href?.startsWith('#') || href.length === 1) return null;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1); // A stray percent sign is part of the name.
  }
}

function prefixed(id: string): string {
  return id.startsWith('a-') ? id : `a-${id.trim().replace(/\s+/g, '-')}`;
}
