// C0 and C1 controls, and the marks that turn the direction of what follows: a title must not change its surroundings.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/g;

const UNCLEAN =
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]| {2}/;

/** A text for one line: no control or direction characters, blanks as one, trimmed. */
export function cleanText(text: string): string {
  // Nearly every name and title is clean, and to look is much faster than to go over it three times.
  if (!UNCLEAN.test(text)) return text.trim();
  return text
    .replace(UNSEEN, (run) => (/[\t\n\r]/.test(run) ? ' ' : ''))
    .replace(/\p{Surrogate}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
