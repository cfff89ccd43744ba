import type { Step } from './article.ts';
import { replaceEach } from './children.ts';
import { isAllowedPicture } from './attributes.ts';
import { element, elementsNamed, hasAbove } from './tree.ts';

/**
 * Links a picture to the larger one that the attribute named by the settings holds. A picture that is linked already
 * stays as it is, and so does one whose larger picture may not be shown.
 */
export const linkOriginals: Step = (draft, site) => {
  const { original } = site.settings.pictures;
  if (original === undefined) return draft;
  const pictures = elementsNamed(draft.body, 'img').filter((picture) => {
    const href = picture.attribs[original] ?? '';
    return /^(?:https?:)?\/\//i.test(href) && isAllowedPicture(href, site) && !hasAbove(picture, 'a');
  });
  replaceEach(pictures, (picture) => {
    const href = picture.attribs[original] ?? '';
    return [element('a', { href, 'data-b': 'original' }, [picture])];
  });
  return draft;
};
