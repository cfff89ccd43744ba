// Below this width and height, in CSS pixels, a picture is a sign in the text: there is nothing to see larger.
const SIGN = 64;

/**
 * Puts every picture into a frame that has its size before the picture comes, whatever then comes: `pictures.css` lays
 * the picture over the frame. A frame is a button that opens the viewer, or the link to a larger original; within any
 * other link, and for a sign in the text, it is neither. `word` names a picture without a text of its own.
 */
export function framePictures<Root extends ParentNode>(root: Root, word: string): Root {
  for (const picture of root.querySelectorAll('img')) {
    const frame = frameOf(picture) ?? frameFor(picture);
    frame.classList.add('picture');
    setSize(frame, picture);
    if (opensViewer(frame) && picture.alt.trim() === '') frame.setAttribute('aria-label', word);
  }
  return root;
}

/** The frame around a picture that has been framed, or null. */
export function frameOf(picture: Element): HTMLElement | null {
  return picture.closest<HTMLElement>('.picture');
}

/** Whether a frame is one that a click or Enter opens. */
export function opensViewer(frame: HTMLElement): boolean {
  return frame.localName !== 'span';
}

/** Whether a picture is too small to be more than a sign in the text. Of unknown size, it is not. */
export function isSign({ attributes }: HTMLImageElement): boolean {
  const [width, height] = [attributes.getNamedItem('width'), attributes.getNamedItem('height')];
  return width !== null && height !== null && Math.max(Number(width.value), Number(height.value)) < SIGN;
}

function frameFor(picture: HTMLImageElement): HTMLElement {
  const link = picture.closest('a');
  if (link !== null && link === picture.parentElement && link.dataset['b'] === 'original') return link;
  const frame = document.createElement(link || isSign(picture) ? 'span' : 'button');
  if (frame instanceof HTMLButtonElement) frame.type = 'button';
  picture.replaceWith(frame);
  frame.append(picture);
  return frame;
}

// The sanitizer leaves both or neither.
function setSize(frame: HTMLElement, picture: HTMLImageElement): void {
  const [width, height] = [picture.getAttribute('width'), picture.getAttribute('height')];
  if (width === null || height === null) return;
  frame.style.setProperty('--width', width);
  frame.style.setProperty('--height', height);
}
