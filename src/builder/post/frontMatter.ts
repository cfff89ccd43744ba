import type { Fields, Value } from './value.ts';
import { MAX_YAML_CHARACTERS, parseYaml, plainScalar } from './yaml.ts';

/** A file's text cut in two, with what could be read of the first part. */
export type FrontMatter = {
  readonly fields: Fields;
  readonly body: string;
  /** Why the YAML could not be read; the fields are then those whose lines could be read alone. */
  readonly broken?: string;
  /** Whether the file begins with front matter at all, be it empty. */
  readonly present: boolean;
};

// Jekyll 4.3, Document::YAML_FRONT_MATTER_REGEXP: ^(---|\.\.\.)\s*$\n? closes it.
const OPENING = /^---[^\S\n]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[^\S\n]*(?:\n|$(?![\s\S]))/gm;

/**
 * Splits a post's text into front matter and body, as Jekyll does. Never fails: text without front matter is all body,
 * and from unreadable or overlong YAML every line of the form `key: value` is kept, up to the bound of the parser.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (!opening) return { fields: new Map(), body: text, present: false };
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  if (!closing) return { fields: new Map(), body: text, present: false };
  const source = text.slice(opening[0].length, closing.index);
  const body = text.slice(CLOSING.lastIndex);
  const flat = source.length <= MAX_YAML_CHARACTERS ? scanFlat(source) : null;
  if (flat) return { fields: flat, body, present: true };
  const parsed = parseYaml(source);
  if (parsed.ok) return { fields: parsed.fields, body, present: true };
  return { fields: recoverLines(source.slice(0, MAX_YAML_CHARACTERS)), body, broken: parsed.why, present: true };
}

// Blanks around the value are cut outside: a pattern that did both would be quadratic in a run of them.
const FLAT_LINE = /^([A-Za-z_][\w-]*):(?:[ \t]([^\r\n]*))?$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
// Letters of any script first; nothing inside that YAML could take for structure or a comment.
const PLAIN = /^[\p{L}\p{Nd}](?:(?!: | #|:$)[^\t\r])*$/u;

/** Front matter of one-line fields, by a scanner some thirty times faster than a YAML parser. Null: ask the parser. */
function scanFlat(source: string): Fields | null {
  const fields = new Map<string, Value>();
  for (const line of source.split(/\r?\n/)) {
    if (line === '') continue;
    const match = FLAT_LINE.exec(line);
    if (!match?.[1]) return null;
    const value = withoutBlanks(match[2] ?? '');
    // An empty value may be the head of a list on the next lines.
    if (value === '') return null;
    const quoted = QUOTED.exec(value);
    if (quoted) fields.set(match[1], quoted[1] ?? quoted[2] ?? '');
    else if (PLAIN.test(value)) fields.set(match[1], plainScalar(value));
    else return null;
  }
  return fields;
}

/**
 * What a bot's unescaped title leaves readable: each `key: value` line by itself; of a value with stray quotes, the
 * text between the first and the last.
 */
function recoverLines(source: string): Fields {
  const fields = new Map<string, Value>();
  for (const line of source.split(/\r?\n/)) {
    const match = FLAT_LINE.exec(line);
    if (!match?.[1] || fields.has(match[1])) continue;
    const value = withoutBlanks(match[2] ?? '');
    const quoted = /^(["'])(.*)\1$/.exec(value) ?? /^(["'])(.*)$/.exec(value);
    fields.set(match[1], quoted ? (quoted[2] ?? '') : plainScalar(value));
  }
  return fields;
}

// Only what YAML takes for blanks: an ideographic space belongs to the value.
function withoutBlanks(value: string): string {
  let [start, end] = [0, value.length];
  while (isBlank(value[start])) start++;
  while (end > start && isBlank(value[end - 1])) end--;
  return value.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
