import type { MarkdownIt, StateBlock, Token } from 'markdown-it';

const DEFINITION = /^\[\^([^\]\s]{1,100})\]:/;
const REFERENCE = /\[\^([^\]\s]{1,100})\]/y;

/**
 * Footnotes in kramdown's form: `[^name]` becomes a numbered link, and `[^name]: text` stands at the end with links
 * back. A reference without a definition stays as text; a definition nobody refers to is left out.
 * https://kramdown.gettalong.org/syntax.html#footnotes
 */
export function footnotes(markdown: MarkdownIt, firstNumber: number): void {
  markdown.block.ruler.before('reference', 'footnote_definition', readDefinition, { alt: ['paragraph', 'reference'] });
  markdown.inline.ruler.before('link', 'footnote_reference', (state, silent) => {
    if (!state.src.startsWith('[^', state.pos)) return false;
    REFERENCE.lastIndex = state.pos;
    const found = REFERENCE.exec(state.src);
    if (!found) return false;
    if (!silent) state.push('footnote_reference', '', 0).content = found[1] ?? '';
    state.pos = REFERENCE.lastIndex;
    return true;
  });
  markdown.core.ruler.after('inline', 'footnotes', (state) => {
    const { text, definitions } = takeDefinitions(state.tokens);
    const labels = numberReferences(text, definitions, firstNumber);
    if (labels.size === 0) state.tokens = text;
    else state.tokens = [...text, ...notesOf(labels, definitions, state.Token)];
  });
}

function readDefinition(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const found = DEFINITION.exec(state.src.slice(from, Math.min(from + 110, state.eMarks[line] ?? 0)));
  if (!found) return false;
  if (silent) return true;
  const open = state.push('definition_open', '', 1);
  open.content = found[1] ?? '';
  const [mark, shift, count] = [state.bMarks[line] ?? 0, state.tShift[line] ?? 0, state.sCount[line] ?? 0];
  const text = from + found[0].length;
  const start = state.skipSpaces(text);
  // The definition is read like an indented block whose first line begins after the colon.
  state.blkIndent += 4;
  state.bMarks[line] = text;
  state.tShift[line] = Math.min(start, state.eMarks[line] ?? 0) - text;
  state.sCount[line] = state.blkIndent;
  state.md.block.tokenize(state, line, end);
  state.blkIndent -= 4;
  [state.bMarks[line], state.tShift[line], state.sCount[line]] = [mark, shift, count];
  state.push('definition_close', '', -1);
  return true;
}

type Definitions = ReadonlyMap<string, readonly Token[]>;

function takeDefinitions(tokens: readonly Token[]): { text: Token[]; definitions: Definitions } {
  const definitions = new Map<string, readonly Token[]>();
  const text: Token[] = [];
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'definition_open') {
      const note: Token[] = [];
      if (!definitions.has(token.content)) definitions.set(token.content, note);
      open.push(note);
    } else if (token.type === 'definition_close') open.pop();
    else (open.at(-1) ?? text).push(token);
  }
  return { text, definitions };
}

type Note = { readonly number: number; references: number };

// A note's own references count after those of the text: the set of labels grows while it is walked.
function numberReferences(text: readonly Token[], definitions: Definitions, first: number): Map<string, Note> {
  const notes = new Map<string, Note>();
  const number = (tokens: readonly Token[]) => {
    for (const { children } of tokens)
      for (const child of children ?? []) if (child.type === 'footnote_reference') numberReference(child);
  };
  const numberReference = (token: Token) => {
    const label = token.content;
    if (!definitions.has(label)) {
      token.type = 'text';
      token.content = `[^${label}]`;
      return;
    }
    const note = notes.get(label) ?? { number: notes.size + first, references: 0 };
    notes.set(label, note);
    token.meta = { id: idOf(label, note.references++), label, number: note.number };
  };
  number(text);
  for (const label of notes.keys()) number(definitions.get(label) ?? []);
  return notes;
}

/** The id of a reference: the first of a note bears its name alone. */
export function idOf(label: string, earlier: number): string {
  return earlier === 0 ? label : `${label}:${earlier}`;
}

type NewToken = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

function notesOf(notes: ReadonlyMap<string, Note>, definitions: Definitions, New: NewToken): Token[] {
  const first = [...notes.values()][0]?.number ?? 1;
  const open = new New('footnotes_open', 'div', 1);
  open.attrs = [
    ['class', 'footnotes'],
    ['role', 'doc-endnotes'],
  ];
  const list = new New('footnote_list_open', 'ol', 1);
  if (first !== 1) list.attrs = [['start', String(first)]];
  const all = [...notes].flatMap(([label, note]) => noteOf(label, note, definitions.get(label) ?? [], New));
  const close = [new New('footnote_list_close', 'ol', -1), new New('footnotes_close', 'div', -1)];
  for (const token of [open, list, ...close]) token.block = true;
  return [open, list, ...all, ...close];
}

function noteOf(label: string, note: Note, definition: readonly Token[], New: NewToken): Token[] {
  const [open, back, close] = [
    new New('footnote_open', 'li', 1),
    new New('footnote_back', '', 0),
    new New('footnote_close', 'li', -1),
  ];
  open.attrs = [
    ['id', `fn:${label}`],
    ['role', 'doc-endnote'],
  ];
  back.meta = { label, references: note.references };
  const last = definition.at(-1);
  const text = definition.slice(0, -1);
  if (last?.type === 'paragraph_close') return [open, ...text, back, last, close];
  const [start, end] = [new New('paragraph_open', 'p', 1), new New('paragraph_close', 'p', -1)];
  back.meta['alone'] = true;
  return [open, ...definition, start, back, end, close];
}
