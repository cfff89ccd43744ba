// C0 and C1 controls, and the marks that turn the direction of what follows: a title must not change its surroundings.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/g;

/** A text for one line: no control or direction characters, blanks as one, trimmed. */
export function cleanText(text: string): string {
  return text
    .replace(UNSEEN, (run) => (/[\t\n\r]/.test(run) ? ' ' : ''))
    .replace(/\p{Surrogate}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
