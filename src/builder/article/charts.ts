import { type AnyNode, type ChildNode, type Element, isComment, isTag } from 'domhandler';
import type { Chart } from '#shared/post.ts';
import type { Site } from '#builder/site.ts';
import type { Draft, Step } from './article.ts';
import { removeAll } from './children.ts';
import { resolver } from './links.ts';
import { pixelsOf } from './pictureSizes.ts';
import { isAllowedPicture } from './attributes.ts';
import { commentsOf, elementsNamed, isBlank } from './tree.ts';

const MAX_CHARTS = 10;

/**
 * Takes live quote charts out of the text: what stands between the two comments that the settings name, and pictures
 * with such an alternative text, with the link or block around them. A comment without its other half marks nothing.
 * Ten charts at most, each once; the others go without a trace.
 */
export const takeCharts: Step = (draft, site) => {
  const { comment, alt } = site.settings.chart;
  const marked = comment === undefined ? [] : markedBy(comment, draft);
  const named =
    alt === undefined ? [] : elementsNamed(draft.body, 'img').filter((node) => alt.test(node.attribs['alt'] ?? ''));
  if (marked.length === 0 && named.length === 0) return draft;
  const isSole = soleness();
  const wholes = [...marked, ...named.map((picture) => wholeOf(picture, isSole))];
  const pictures = new Set([...marked.flatMap((node) => picturesOf(node)), ...named]);
  const charts = new Map<string, Chart>();
  for (const picture of pictures) {
    const chart = charts.size < MAX_CHARTS ? chartOf(picture, draft, site) : null;
    if (chart) charts.set(chart.src, chart);
  }
  removeAll(wholes);
  return charts.size > 0 ? { ...draft, charts: [...charts.values()] } : draft;
};

function picturesOf(node: AnyNode): readonly Element[] {
  if (!isTag(node)) return [];
  return node.name === 'img' ? [node] : elementsNamed(node, 'img');
}

/** What stands between the start and end comments, with these. */
function markedBy(name: string, { body }: Draft): readonly ChildNode[] {
  const starts = commentsOf(body).filter(({ data }) => data.trim() === `${name}_Start`);
  if (starts.length === 0) return [];
  return [...new Set(starts.map(({ parent }) => parent))].flatMap((parent) => {
    const marked: ChildNode[] = [];
    let open: ChildNode[] | null = null;
    for (const child of parent?.children ?? []) {
      const said = isComment(child) ? child.data.trim() : '';
      if (said === `${name}_Start`) open = [];
      open?.push(child);
      if (said !== `${name}_End` || open === null) continue;
      for (const node of open) marked.push(node);
      open = null;
    }
    return marked;
  });
}

/** Whether a node has one child only; it looks at each parent once. */
function soleness(): (parent: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (parent) => {
    const isSole = known.get(parent) ?? parent.children.filter((child) => !isBlank(child)).length === 1;
    known.set(parent, isSole);
    return isSole;
  };
}

function wholeOf(picture: Element, isSole: (parent: Element) => boolean): Element {
  let whole = picture;
  for (let { parent } = picture; parent && isTag(parent) && isSole(parent); parent = whole.parent) whole = parent;
  return whole;
}

function chartOf(picture: Element, draft: Draft, site: Site): Chart | null {
  const src = resolver(draft, site)(picture.attribs['src'] ?? '');
  if (src === null || src === '' || src.startsWith('data:') || !isAllowedPicture(src, site)) return null;
  const [width, height] = [pixelsOf(picture.attribs['width']), pixelsOf(picture.attribs['height'])];
  return { src, ...(width && height && { width, height }), ...securityOf(picture, site) };
}

function securityOf(picture: Element, { settings }: Site): Pick<Chart, 'code' | 'market'> {
  const link = picture.parent && isTag(picture.parent) && picture.parent.name === 'a' ? picture.parent : null;
  const linked = settings.mentions?.href?.exec(link?.attribs['href'] ?? '');
  if (linked?.[1] && linked[2]) return { code: linked[2], market: linked[1] };
  const attribute = settings.mentions?.attribute ?? '';
  const given = picture.attribs[attribute] ?? link?.attribs[attribute] ?? '';
  // The picture's has a letter for the kind of chart before the code.
  const [, code, market] = /^(?:[A-Z]\s+)?(\w{1,20})\|(\w{1,10})(?:\||$)/.exec(given.trim()) ?? [];
  if (code && market) return { code, market };
  const [, number, id] = /[?&]nid=(\w{1,10})\.(\w{1,20})(?:&|$)/.exec(picture.attribs['src'] ?? '') ?? [];
  return number && id ? { code: id, market: number } : {};
}
