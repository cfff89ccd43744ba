// Reads the HTML that the builder's serializer writes, where there is no document to do it: there every `<` begins a tag,
// every value stands between double quotes, and these are all the entities there are.

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
};

/** The addresses of its pictures as they are written, each once, in the order of the text. */
export function picturesIn(html: string): readonly string[] {
  const found = html.matchAll(/<img(?: [\w-]+="[^"]*")*? src="([^"]*)"/g);
  return [...new Set(Array.from(found, ([, src = '']) => plain(src)))];
}

/** Its words as text, with a space wherever a tag may part them; tags within a word part nothing. */
export function textIn(html: string): string {
  return plain(
    html
      .replace(/<\/?(?:a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' '),
  );
}

function plain(written: string): string {
  return written.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);
}
