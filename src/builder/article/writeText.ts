// Characters that no text needs and that browsers treat each in their own way. Half a character is none.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;
/** All that is not written as it stands. Looked for before a text is gone over three times: nearly all have nothing of it. */
const SPECIAL = /[&<>\u00a0\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff]/;

/** A text as it is written, before any mark-up: without what no text needs. */
export function bareText(text: string): string {
  // A carriage return would be read as a line feed, by one reader and not by the other.
  return SPECIAL.test(text) ? text.replace(/\r\n?/g, '\n').replace(CONTROLS, '') : text;
}

/** A text in HTML. */
export function writeText(text: string): string {
  return SPECIAL.test(text) ? escaped(bareText(text)) : text;
}

/** A bare text as the value of an attribute, between double quotes. */
export function writeValue(text: string): string {
  return SPECIAL.test(text) || text.includes('"') ? escaped(text).replaceAll('"', '&quot;') : text;
}

function escaped(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (mark) => ENTITIES[mark] ?? mark);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\u00a0': '&nbsp;',
};
