import type { Messages } from '#messages/messages.ts';
import { frameOf, isSign, opensViewer } from './framePictures.ts';

type Words = Pick<Messages, 'openPicture' | 'tryAgain'>;

/**
 * Puts a quiet box of the same size in the place of every framed picture that fails to load: what the picture says or
 * its host, the way to the original, and a button that tries again, as being online again does. Gives a function that
 * stops doing so.
 */
export function replaceBrokenPictures(root: HTMLElement, words: Words): () => void {
  const frames = new WeakMap<Element, HTMLElement>();
  const retry = (box: Element) => {
    const frame = frames.get(box);
    if (!frame) return;
    swap(box, frame);
    const picture = frame.querySelector('img');
    picture?.setAttribute('src', picture.src);
  };
  const replace = (target: EventTarget | null) => {
    const frame = target instanceof HTMLImageElement && !isSign(target) ? frameOf(target) : null;
    if (frame === null) return;
    const box = boxFor(frame, words, () => retry(box));
    frames.set(box, frame);
    swap(frame, box);
  };
  const onError = ({ target }: Event) => replace(target);
  const retryAll = () => root.querySelectorAll('.broken-picture').forEach(retry);
  root.addEventListener('error', onError, { capture: true }); // Errors of pictures do not bubble.
  // On a real page some have failed already. One without a size of its own may be whole: only decoding tells.
  for (const picture of root.querySelectorAll('img'))
    if (picture.complete && picture.naturalWidth === 0) picture.decode().catch(() => replace(picture));
  window.addEventListener('online', retryAll);
  return () => {
    root.removeEventListener('error', onError, { capture: true });
    window.removeEventListener('online', retryAll);
  };
}

/** The focus goes along: to what stands in the place of what had it. */
function swap(from: Element, to: HTMLElement): void {
  const hadFocus = from.contains(document.activeElement);
  from.replaceWith(to);
  if (hadFocus) (to.querySelector<HTMLElement>('button') ?? to).focus();
}

function boxFor(frame: HTMLElement, words: Words, retry: () => void): HTMLElement {
  const box = document.createElement('span');
  box.className = 'picture broken-picture';
  for (const name of ['--width', '--height']) box.style.setProperty(name, frame.style.getPropertyValue(name));
  const text = document.createElement('span');
  text.className = 'broken-picture-words';
  text.append(...wordsFor(frame, words, retry));
  box.append(text);
  return box;
}

function wordsFor(frame: HTMLElement, words: Words, retry: () => void): readonly Node[] {
  const picture = frame.querySelector('img');
  const link = linkTo(frame instanceof HTMLAnchorElement ? frame.href : (picture?.src ?? ''));
  const host = link.host; // Empty for what has none: `data:`, or an address that is none.
  const hasOwnCaption = frame.closest('figure')?.querySelector('figcaption') != null;
  const alt = hasOwnCaption || !picture?.alt ? [] : [wordsIn('span', picture.alt)];
  // In the author's own link there is no place for another, nor for a button.
  if (!opensViewer(frame)) return [...alt, wordsIn('span', host)];
  link.textContent = words.openPicture(host);
  const button = wordsIn('button', words.tryAgain);
  button.addEventListener('click', retry);
  return [...alt, ...(host === '' ? [] : [link]), button];
}

function linkTo(href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
  return link;
}

function wordsIn(name: 'span' | 'button', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
