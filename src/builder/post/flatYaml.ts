import type { Fields, Value } from './value.ts';
import { plainScalar } from './yaml.ts';

// Blanks around the value are cut outside: a pattern that did both would be quadratic in a run of them.
const FIELD = /^([A-Za-z_][\w-]*):(?:[ \t]([^\r\n]*))?$/;
const ROW = /^( *)-[ \t]([^\r\n]*)$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
const FIRST = /^[\p{L}\p{Nd}]/u;
/** What YAML could take for structure or a comment. */
const STRUCTURE = /[\t\r]|: | #|:$/;
const STRUCTURE_IN_LIST = /[:#"']/;
const LIST = /^\[([^[\]{}\t\r]*)\]$/;

/** A line of the form `key: value`, its value without blanks around it; null for any other. */
export function flatField(line: string): { readonly key: string; readonly value: string } | null {
  const [, key, value = ''] = FIELD.exec(line) ?? [];
  return key === undefined ? null : { key, value: withoutBlanks(value) };
}

/**
 * Front matter of one-line fields and plain lists, by a scanner some thirty times faster than a YAML parser. Null: ask
 * the parser.
 */
export function scanFlat(source: string): Fields | null {
  const fields = new Map<string, Value>();
  const lines = source.split(/\r?\n/);
  for (let at = 0; at < lines.length; ) {
    if (lines[at] === '') {
      at++;
      continue;
    }
    const field = flatField(lines[at++] ?? '');
    if (!field) return null;
    const rows = field.value === '' ? rowsFrom(lines, at) : [];
    const value = field.value === '' ? blockValue(rows) : flatValue(field.value);
    if (value === undefined) return null;
    fields.set(field.key, value);
    at += rows.length;
  }
  return fields;
}

/** The lines of a list that stand below its key, each as far in as the first. */
function rowsFrom(lines: readonly string[], from: number): readonly string[] {
  const rows: string[] = [];
  let margin: string | undefined;
  for (let at = from; at < lines.length; at++) {
    const [, before, value] = ROW.exec(lines[at] ?? '') ?? [];
    if (before === undefined || value === undefined || before !== (margin ??= before)) break;
    rows.push(value);
  }
  return rows;
}

/** A field whose value is on the lines below: a list, or nothing. */
function blockValue(rows: readonly string[]): Value | undefined {
  return rows.length === 0 ? null : listOf(rows.map((row) => scalarValue(withoutBlanks(row), STRUCTURE)));
}

function flatValue(text: string): Value | undefined {
  const [, inside] = LIST.exec(text) ?? [];
  if (inside === undefined) return scalarValue(text, STRUCTURE);
  return listOf(inside.split(',').map((part) => scalarValue(withoutBlanks(part), STRUCTURE_IN_LIST)));
}

function listOf(values: readonly (Value | undefined)[]): Value | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

function scalarValue(text: string, structure: RegExp): Value | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  return FIRST.test(text) && !structure.test(text) ? plainScalar(text) : undefined;
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
