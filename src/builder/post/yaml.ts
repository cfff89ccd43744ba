import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { isDate } from '#shared/days.ts';
import { CalendarDate, type Fields, isFields, Timestamp, type Value } from './value.ts';

/** Either the data or, in one line, why there is none. */
export type Parsed = { readonly ok: true; readonly fields: Fields } | { readonly ok: false; readonly why: string };

/** More YAML than this is not read. */
export const MAX_YAML_CHARACTERS = 256 * 1024;
const MAX_NODES = 50_000;
const MAX_DEPTH = 100;

/**
 * A YAML mapping as plain data, typed as Jekyll's SafeYAML types it: no tags that run anything, aliases expanded up to
 * 50,000 nodes in all, the last of equal keys wins. Text that is no mapping gives an empty one.
 */
export function parseYaml(text: string): Parsed {
  if (text.length > MAX_YAML_CHARACTERS) return { ok: false, why: `${text.length} characters of YAML` };
  let document = parse(text);
  if (document.errors.length > 0) document = parse(indentQuoted(text));
  const error = document.errors[0];
  if (error) return { ok: false, why: error.message.split('\n', 1)[0] ?? 'a YAML error' };
  try {
    const anchors = new Map<string, Node>();
    const value = plain(document.contents, { anchors, nodes: 0 }, 0);
    return { ok: true, fields: isFields(value) ? value : new Map() };
  } catch (cause) {
    if (cause instanceof TooLarge) return { ok: false, why: cause.message };
    throw cause;
  }
}

/** A plain (unquoted) scalar, typed. */
export function plainScalar(text: string): Value {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.0-9]/.test(text)) return text;
  return timestamp(text) ?? number(text) ?? text;
}

function parse(text: string) {
  return parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
}

/** Quoted text may go on at the start of the next line for Ruby's parser; the specification wants it indented. */
function indentQuoted(text: string): string {
  return text.replace(/^[\w-]+:[ \t]+(?:"(?:[^"\\]|\\[^]){0,9999}"|'(?:[^']|''){0,9999}')/gm, (field) =>
    field.replaceAll('\n', '\n  '),
  );
}

class TooLarge extends Error {}

type Walk = { readonly anchors: Map<string, Node>; nodes: number };

function plain(node: unknown, walk: Walk, depth: number): Value {
  if (++walk.nodes > MAX_NODES || depth > MAX_DEPTH)
    throw new TooLarge('more than 50,000 values or 100 levels of YAML');
  if (isAlias(node)) {
    const target = walk.anchors.get(node.source);
    return target ? plain(target, walk, depth + 1) : null;
  }
  if (isScalar(node) || isMap(node) || isSeq(node)) if (node.anchor) walk.anchors.set(node.anchor, node);
  if (isMap(node)) {
    const fields = new Map<string, Value>();
    for (const { key, value } of node.items) fields.set(scalarText(key), plain(value, walk, depth + 1));
    return fields;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, walk, depth + 1));
  return isScalar(node) ? scalar(node) : null;
}

function scalar(node: Scalar): Value {
  const text = scalarText(node);
  return node.type === 'PLAIN' ? plainScalar(text) : text;
}

function scalarText(node: unknown): string {
  return isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value) : '';
}

// Psych and SafeYAML follow YAML 1.1 here.
const WORDS = new Map<string, Value>([
  ['', null],
  ['~', null],
  ...['null', 'Null', 'NULL'].map((word): [string, Value] => [word, null]),
  ...['yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map((word): [string, Value] => [word, true]),
  ...['no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map((word): [string, Value] => [word, false]),
]);

const LONGEST_DATE = '2024-05-31'.length;
const DATE = /^(\d{4})-(\d\d?)-(\d\d?)$/;
const TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::?(\d\d))?))?$/;

function timestamp(text: string): Timestamp | CalendarDate | null {
  const date = text.length > LONGEST_DATE ? null : DATE.exec(text);
  if (date) {
    const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
    return isDate(year, month, day)
      ? new CalendarDate(new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10))
      : null;
  }
  const match = TIME.exec(text);
  if (!match || !isDate(Number(match[1]), Number(match[2]), Number(match[3]))) return null;
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6])];
  if (hour > 24 || minute > 59 || second > 60) return null;
  const wallMs = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), hour, minute, second);
  const offsetMinutes = (match[9] === '-' ? -1 : 1) * (Number(match[10] ?? 0) * 60 + Number(match[11] ?? 0));
  return new Timestamp(wallMs - offsetMinutes * 60_000, wallMs, match[8] !== undefined);
}

function number(text: string): number | null {
  // "+0800" and "007" stay text, as they do for SafeYAML; so does what a double cannot hold exactly.
  if (/^[-+]?(?:0|[1-9]\d*)$/.test(text)) return Number.isSafeInteger(Number(text)) ? Number(text) : null;
  if (/^[-+]?\d+\.\d+$/.test(text) && text.length < 16) return Number(text);
  return null;
}
