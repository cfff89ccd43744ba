import { flatField, scanFlat } from './flatYaml.ts';
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

/**
 * The front matter at the head of a longer text, as `splitFrontMatter` would find it in the whole; null when it may go on
 * beyond the head.
 */
export function frontMatterIn(head: string): FrontMatter | null {
  const front = splitFrontMatter(head);
  // A closing line that something follows closes the front matter of any text that begins so.
  return front.present && front.body !== '' ? front : null;
}

/**
 * What a bot's unescaped title leaves readable: each `key: value` line by itself; of a value with stray quotes, the
 * text between the first and the last.
 */
function recoverLines(source: string): Fields {
  const fields = new Map<string, Value>();
  for (const line of source.split(/\r?\n/)) {
    const field = flatField(line);
    if (!field || fields.has(field.key)) continue;
    const { key, value } = field;
    const quoted = /^(["'])(.*)\1$/.exec(value) ?? /^(["'])(.*)$/.exec(value);
    fields.set(key, quoted ? (quoted[2] ?? '') : plainScalar(value));
  }
  return fields;
}
