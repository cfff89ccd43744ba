import { Tokenizer } from 'htmlparser2';

const UNREAD = new Set(['script', 'style']);
const nothing = (): void => {};

/**
 * The text of HTML that is too large or too deep for a tree: tags as blanks, scripts and styles left out, character
 * references decoded. Its time and memory grow with the text alone, whatever the nesting.
 */
export function tagless(html: string): string {
  const parts: string[] = [];
  let isUnread = false;
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => void (isUnread || parts.push(html.slice(start, end))),
      ontextentity: (codePoint) => void (isUnread || parts.push(String.fromCodePoint(codePoint))),
      onopentagname: (start, end) => {
        isUnread = UNREAD.has(html.slice(start, end).toLowerCase());
        parts.push(' ');
      },
      onclosetag: () => {
        isUnread = false;
        parts.push(' ');
      },
      onselfclosingtag: () => void (isUnread = false),
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return parts.join('');
}
