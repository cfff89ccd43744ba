// No character that Markdown or kramdown's typography could mean anything by.
const WORDS = String.raw`[^\\${'`'}*_{}\[\]<>&!~^$|"'\u0000-\u001f]+`;
// An address that is written as it stands.
const ADDRESS = String.raw`//[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/[\w.~,;:@=+/?-]*)?`;
const PIECE = new RegExp(String.raw`${WORDS}|\[(${WORDS})\]\(((?:https?:)?${ADDRESS})\)|<(https?:${ADDRESS})>`, 'y');
/** What begins a paragraph and nothing else. */
const START = /^(?:[a-z]|[^\s\u0000-\u007f]|\[|<)/i;
const BLANK = /^[ \t]*$/;
// Far below what would be refused as too many pieces.
const MAX_CHARACTERS = 50_000;

/**
 * The HTML of paragraphs of one line each with nothing in them but words, whole addresses and links to such: what is
 * often all that stands below a post's HTML. Null for any other Markdown, which is left to the rules.
 */
export function plainParagraphs(text: string): string | null {
  if (text.length > MAX_CHARACTERS || text.includes('--') || text.includes('...')) return null;
  let html = '';
  let isAfterBlank = true;
  for (const line of text.split('\n')) {
    const paragraph = BLANK.test(line) ? '' : paragraphOf(line);
    if (paragraph === null || (paragraph !== '' && !isAfterBlank)) return null;
    html += paragraph;
    isAfterBlank = paragraph === '';
  }
  return html;
}

function paragraphOf(line: string): string | null {
  if (!START.test(line) || line.trimEnd() !== line) return null;
  let html = '';
  for (let at = 0; at < line.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(line);
    if (piece === null) return null;
    const [words, label, target, address] = piece;
    if (address !== undefined) html += linkTo(address, address);
    else html += label === undefined || target === undefined ? words : linkTo(target, label);
  }
  return `<p>${html}</p>\n`;
}

function linkTo(address: string, label: string): string {
  return `<a href="${address}">${label}</a>`;
}
