import type { Fields, Value } from './value.ts';
import { plainScalar } from './yaml.ts';

const KEY = /^[A-Za-z_][\w-]*$/;
const ROW = /^( *)-[ \t]([^\r\n]*)$/;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
const FIRST = /^[\p{L}\p{Nd}]/u;
/** What YAML could take for structure or a comment. */
const STRUCTURE = /[\t\r]|: | #|:$/;
const STRUCTURE_IN_LIST = /[:#"']/;
const LINE_END = /[\r\n]/;
const LIST = /^\[([^[\]{}\t\r]*)\]$/;

/** A line of the form `key: value`, its value without blanks around it; null for any other. */
export function flatField(line: string): { readonly key: string; readonly value: string } | null {
  const colon = line.indexOf(':');
  if (colon < 0 || LINE_END.test(line)) return null;
  const key = line.slice(0, colon);
  const isFollowed = colon + 1 < line.length;
  return (isFollowed && !isBlank(line.charCodeAt(colon + 1))) || !KEY.test(key)
    ? null
    : { key, value: withoutBlanks(line, colon + 1) };
}

/**
 * Front matter of one-line fields and plain lists, by a scanner some thirty times faster than a YAML parser. Null: ask
 * the parser.
 */
export function scanFlat(source: string): Fields | null {
  const fields = new Map<string, Value>();
  const lines = source.includes('\r') ? source.split(/\r?\n/) : source.split('\n');
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
  const [, inside] = text.startsWith('[') ? (LIST.exec(text) ?? []) : [];
  if (inside === undefined) return scalarValue(text, STRUCTURE);
  return listOf(inside.split(',').map((part) => scalarValue(withoutBlanks(part), STRUCTURE_IN_LIST)));
}

function listOf(values: readonly (Value | undefined)[]): Value | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

function scalarValue(text: string, structure: RegExp): Value | undefined {
  if (QUOTED.test(text)) return text.slice(1, -1);
  return FIRST.test(text) && !structure.test(text) ? plainScalar(text) : undefined;
}

// Only what YAML takes for blanks: an ideographic space belongs to the value.
function withoutBlanks(text: string, from = 0): string {
  let [start, end] = [from, text.length];
  while (isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
