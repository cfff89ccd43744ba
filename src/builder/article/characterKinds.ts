/** A run of UTF-16 units of one kind, first and last included. */
export type Run = readonly [first: number, last: number, kind: number];

/**
 * A table of what each UTF-16 unit is: the kind of the last run it lies in, 0 outside of all. Every character of an
 * archive is looked up in such tables, several times faster than ranges are compared.
 */
export function characterKinds(runs: readonly Run[]): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (const [first, last, kind] of runs) kinds.fill(kind, first, last + 1);
  return kinds;
}
