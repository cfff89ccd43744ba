/** A moment written in YAML without quotes, which Jekyll reads as UTC when it names no zone. */
export class Timestamp {
  /** The instant, as Jekyll reads it. */
  readonly instantMs: number;
  /** The clock time as it is written, read as if it were UTC. */
  readonly wallMs: number;
  readonly hasZone: boolean;

  constructor(instantMs: number, wallMs: number, hasZone: boolean) {
    this.instantMs = instantMs;
    this.wallMs = wallMs;
    this.hasZone = hasZone;
  }
}

/** A calendar day written in YAML without quotes. */
export class CalendarDate {
  /** `2024-05-31`. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Front matter and settings as plain data. Mappings are `Map`s, so that no key can reach a prototype. */
export type Value = string | number | boolean | null | Timestamp | CalendarDate | readonly Value[] | Fields;

/** A mapping of YAML. */
export type Fields = ReadonlyMap<string, Value>;

/** A value as Ruby's `to_s` writes it where that matters to Jekyll: null is empty. */
export function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (value instanceof CalendarDate) return value.text;
  if (value instanceof Timestamp)
    return new Date(value.instantMs)
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, ' UTC');
  if (Array.isArray(value) || value instanceof Map) return '';
  return String(value);
}

/** The text of a field, or undefined when it is absent, empty or no scalar. */
export function textField(fields: Fields, name: string): string | undefined {
  const text = textOf(fields.get(name)).trim();
  return text === '' ? undefined : text;
}

/** The mapping in a field, empty when there is none. */
export function mapField(fields: Fields, name: string): Fields {
  const value = fields.get(name);
  return isFields(value) ? value : new Map();
}

/** A field that may hold one value or a list, as a list of texts; empty ones are left out. */
export function listField(fields: Fields, name: string): readonly string[] {
  const value = fields.get(name) ?? null;
  if (value === null) return [];
  const list: readonly Value[] = isList(value) ? value : [value];
  return list.map(textOf).filter((text) => text !== '');
}

/** Whether a value is a mapping. */
export function isFields(value: Value | undefined): value is Fields {
  return value instanceof Map;
}

/** Whether a value is a list. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
