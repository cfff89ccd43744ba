// Texts that may be opened next, made safe while the page had nothing else to do.
import { sanitize } from './sanitize.ts';

/** More than a screen of rows. */
const MOST = 24;
/** A longer one would keep the page from answering a press. */
const MOST_CHARACTERS = 65_536;

// By text, the oldest first. Its nodes lie in no page: their pictures are not asked for.
const ready = new Map<string, DocumentFragment>();

/** Makes a text safe before it is wanted. */
export function makeTextReady(html: string): void {
  if (ready.has(html) || html.length > MOST_CHARACTERS) return;
  ready.set(html, sanitize(html));
  for (const oldest of ready.keys()) if (ready.size > MOST) ready.delete(oldest);
}

/** The same as `sanitize`, at once where the text was made ready. */
export function takeText(html: string): DocumentFragment {
  const fragment = ready.get(html);
  ready.delete(html); // Nodes can be shown once.
  return fragment ?? sanitize(html);
}
