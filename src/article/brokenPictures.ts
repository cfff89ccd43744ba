/**
 * Puts a quiet box in the place of every picture that fails to load: its caption or host, and the way to the original.
 * Gives a function that stops doing so.
 */
export function replaceBrokenPictures(root: HTMLElement, label: (host: string) => string): () => void {
  const replace = (event: Event) => {
    if (event.target instanceof HTMLImageElement) event.target.replaceWith(boxFor(event.target, label));
  };
  root.addEventListener('error', replace, { capture: true }); // Errors of pictures do not bubble.
  return () => root.removeEventListener('error', replace, { capture: true });
}

function boxFor(picture: HTMLImageElement, label: (host: string) => string): HTMLElement {
  const box = document.createElement('span');
  box.className = 'broken-picture';
  const hasOwnCaption = picture.closest('figure')?.querySelector('figcaption') != null;
  if (picture.alt !== '' && !hasOwnCaption) box.append(picture.alt, document.createElement('br'));
  box.append(picture.closest('a') ? hostOf(picture) : linkTo(picture, label(hostOf(picture))));
  return box;
}

function linkTo(picture: HTMLImageElement, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = picture.src;
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
  link.textContent = text;
  return link;
}

function hostOf({ src }: HTMLImageElement): string {
  return new URL(src, document.baseURI).host;
}
