// The parts that decode.ts is made of.
import { FormatError } from './errors.ts';

/** Where a value stands: the URL of its file, and the path of the field. */
export type Place = { readonly url: string; readonly field: string };

/** Checks a value and answers with it typed, without fields it does not know. Throws `FormatError` on anything else. */
export type Decoder<T> = (value: unknown, place: Place) => T;

/** Any value at all. */
export const anything: Decoder<unknown> = (value) => value;

/** A text. */
export const text: Decoder<string> = (value, place) => (typeof value === 'string' ? value : fail(value, place));

/** A whole number from 0. */
export const count: Decoder<number> = (value, place) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : fail(value, place);

/** A text for which `isRight` holds. */
export function textWhere(isRight: (value: string) => boolean): Decoder<string> {
  return (value, place) => (typeof value === 'string' && isRight(value) ? value : fail(value, place));
}

/** One of a few texts. */
export function oneOf<T extends string>(texts: readonly T[]): Decoder<T> {
  return (value, place) => texts.find((text) => text === value) ?? fail(value, place);
}

/** Exactly this value. */
export function exactly<T extends string | number | boolean>(wanted: T): Decoder<T> {
  return (value, place) => (value === wanted ? wanted : fail(value, place));
}

/** A list, each of whose values passes. */
export function list<T>(decode: Decoder<T>): Decoder<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) return fail(value, place);
    return value.map((element: unknown, index) => decode(element, { ...place, field: `${place.field}[${index}]` }));
  };
}

/** A list of nothing. */
export const empty: Decoder<readonly unknown[]> = (value, place) =>
  Array.isArray(value) && value.length === 0 ? value : fail(value, place);

/** An object with any keys, each of whose values passes. A key named `__proto__` is one like any other. */
export function mapping<T>(decode: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value, place) => {
    if (!isObject(value)) return fail(value, place);
    const pairs = Object.entries(value).map(([key, element]) => [key, decode(element, at(place, key))] as const);
    return Object.fromEntries(pairs); // Defines own properties, where an assignment would meet the setter `__proto__`.
  };
}

/** An object with these fields. An optional one may be absent and is then absent in the answer too. */
export function shape<T extends object>(required: RequiredFields<T>, optional: OptionalFields<T>): Decoder<T> {
  const fields = Object.entries<Decoder<unknown>>({ ...required, ...optional });
  return (value, place) => {
    if (!isObject(value)) return fail(value, place);
    const decoded: Record<string, unknown> = {};
    for (const [key, decode] of fields) {
      const found = Object.hasOwn(value, key) ? value[key] : undefined;
      if (found !== undefined || Object.hasOwn(required, key)) decoded[key] = decode(found, at(place, key));
    }
    return decoded as T; // The types of `required` and `optional` name each field of T.
  };
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type RequiredFields<T> = { readonly [K in Exclude<keyof T, OptionalKey<T>>]: Decoder<T[K]> };
type OptionalFields<T> = { readonly [K in OptionalKey<T>]-?: Decoder<Exclude<T[K], undefined>> };

function at(place: Place, key: string): Place {
  return { ...place, field: place.field === '' ? key : `${place.field}.${key}` };
}

function fail(found: unknown, { url, field }: Place): never {
  throw new FormatError(url, field, found);
}
