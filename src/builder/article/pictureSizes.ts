import type { Element } from 'domhandler';
import { isTrueSize } from '#shared/pictureSize.ts';
import type { PictureRule } from '#builder/settings.ts';
import type { Step } from './article.ts';
import { elementsNamed } from './tree.ts';

/** Width and height in pixels. */
export type Size = { readonly width: number; readonly height: number };

/** The true size of one of the site's own pictures by its address; null for every other and where it is unknown. */
export type SizeOf = (src: string) => Size | null;

/**
 * Gives every picture both width and height or neither: from its address as the settings read it, from its attributes
 * or its style, from the file. Half a size would reserve no room, so it goes, and so does one that no picture has.
 */
export const sizePictures: Step = (draft, { settings }) => {
  for (const { attribs } of elementsNamed(draft.body, 'img')) {
    const size =
      sizeInAddress(attribs, settings.pictures) ?? sizeInMarkup(attribs) ?? draft.sizeOf?.(attribs['src'] ?? '');
    if (size && isTrueSize(size.width, size.height))
      Object.assign(attribs, { width: String(size.width), height: String(size.height) });
    else for (const name of ['width', 'height']) delete attribs[name];
  }
  return draft;
};

/** A length in whole pixels, or null: `640`, `640px`, `639.5`; not `50%`, `0` or `auto`. */
export function pixelsOf(text: string | undefined): number | null {
  const [, digits] = /^\s*(\d{1,5}(?:\.\d{1,4})?)(?:px)?\s*$/i.exec(text ?? '') ?? [];
  return digits === undefined ? null : Math.round(Number(digits)) || null;
}

function sizeInAddress({ src = '' }: Element['attribs'], { size }: PictureRule): Size | null {
  const [, width, height] = size?.exec(src) ?? [];
  return sizeOfTexts(width, height);
}

function sizeInMarkup({ width, height, style = '' }: Element['attribs']): Size | null {
  return sizeOfTexts(width, height) ?? sizeOfTexts(inStyle(style, 'width'), inStyle(style, 'height'));
}

function inStyle(style: string, property: string): string | undefined {
  const declarations = style.split(';').map((text) => text.split(':'));
  return declarations.findLast(([name]) => name?.trim().toLowerCase() === property)?.[1];
}

function sizeOfTexts(widthText: string | undefined, heightText: string | undefined): Size | null {
  const [width, height] = [pixelsOf(widthText), pixelsOf(heightText)];
  return width && height && isTrueSize(width, height) ? { width, height } : null;
}
