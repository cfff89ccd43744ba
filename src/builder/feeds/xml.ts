// What XML 1.0 cannot hold, escaped or not: most control characters, and halves of surrogate pairs.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** All that is not written as it stands. Nearly no text has any of it, and to look is faster than to go over it thrice. */
const SPECIAL = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** A text without the characters that no XML document may hold. Line ends are line feeds. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');
}

/** A text as it stands in an element or in quotes. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return plainText(text).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}

/** Attributes of an element; one without value is left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

/** An element. `content` is XML. */
export function xmlElement(name: string, attributes: Attributes, content = ''): string {
  const opened = `<${name}${attributesText(attributes)}`;
  return content === '' ? `${opened}/>` : `${opened}>${content}</${name}>`;
}

/** An element that holds a text. */
export function textElement(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** A document of one element, a line for each of its parts so that people can read and compare it. */
export function xmlDocument(name: string, attributes: Attributes, parts: readonly string[]): Buffer {
  const lines = [HEAD, `<${name}${attributesText(attributes)}>`, ...parts, `</${name}>`, ''];
  return Buffer.from(lines.join('\n'));
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>';

function attributesText(attributes: Attributes): string {
  let text = '';
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) text += ` ${key}="${escapeXml(value)}"`;
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
