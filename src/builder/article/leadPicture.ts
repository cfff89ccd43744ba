import { type ChildNode, type Element, Text } from 'domhandler';
import { type Fields, mapField, textField } from '#builder/post/value.ts';
import type { Site } from '#builder/site.ts';
import type { Draft, Step } from './article.ts';
import { setChildren, takeChildren } from './children.ts';
import { replaceEmbeds } from './embeds.ts';
import { addCaption } from './figureParts.ts';
import { removeHidden } from './hidden.ts';
import { renameIds } from './ids.ts';
import { resolver } from './links.ts';
import { isAllowedPicture } from './attributes.ts';
import { element, elementsNamed, elementsOf, parseTree } from './tree.ts';
import { dropUnread } from './unread.ts';

/**
 * Puts the picture that front matter names at the top of the text, with its caption and alternative text, unless it
 * stands in the text already. Either way it is the lead. One that may not be shown is none.
 */
export const addLead: Step = (draft, site) => {
  const src = addressOf(draft.fields, site);
  if (src === undefined) return draft;
  const resolve = resolver(draft, site);
  const resolved = resolve(src);
  if (resolved === null || !isAllowedPicture(resolved, site)) return draft;
  const pictures = elementsNamed(draft.body, 'img');
  const inText = pictures.find(({ attribs }) => resolve(attribs['src'] ?? '') === resolved);
  if (inText) return { ...draft, lead: inText };
  const lead = element('img', { src, ...attributesOf(draft.fields) });
  const figure = element('figure', {}, [lead]);
  addCaption(figure, captionOf(draft, site));
  setChildren(draft.body, [figure, ...takeChildren(draft.body)]);
  return { ...draft, lead };
};

/** Other addresses than whole ones are relative to the site's root, as jekyll-seo-tag has it. */
function addressOf(fields: Fields, { writtenBase }: Site): string | undefined {
  const image = mapField(fields, 'image');
  const path = textField(fields, 'image') ?? textField(image, 'path') ?? textField(image, 'src');
  if (path === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path) || path.startsWith(writtenBase)) return path;
  return writtenBase + path.replace(/^\.?\/+/, '');
}

function attributesOf(fields: Fields): Element['attribs'] {
  const image = mapField(fields, 'image');
  const alt = textField(image, 'alt') ?? textField(fields, 'image_alt') ?? textField(fields, 'image_accessibility');
  const [width, height] = [textField(image, 'width'), textField(image, 'height')];
  return { ...(alt && { alt }), ...(width && height && { width, height }) };
}

// What a body's steps drop or rename may not come in by the caption.
const CLEANING: readonly Step[] = [removeHidden, replaceEmbeds, dropUnread, renameIds];

/** It may hold HTML; what is too much of it is read as text. */
function captionOf(draft: Draft, site: Site): ChildNode[] {
  const { fields } = draft;
  const own = textField(mapField(fields, 'image'), 'caption');
  const html = own ?? textField(fields, 'image_figcaption') ?? textField(fields, 'image_caption');
  if (html === undefined) return [];
  const parsed = parseTree(html);
  if (!parsed.ok) return [new Text(html)];
  const { body } = CLEANING.reduce((done, step) => step(done, site), { ...draft, body: parsed.body });
  // The text has named its own by now, and two of one name would lead astray.
  for (const { attribs } of elementsOf(body)) delete attribs['id'];
  return takeChildren(body);
}
