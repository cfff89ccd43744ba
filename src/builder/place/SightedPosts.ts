import type { Day } from '#shared/post.ts';
import type { Sighted } from './sightPosts.ts';
import { TextColumn } from './TextColumn.ts';

const HASH_BYTES = 8;

/** Posts at a first look, in the order they were added, as columns: a million of them as objects take 500 MB. */
export class SightedPosts {
  /** Of all files that were looked at. */
  readonly #paths: readonly string[];
  /** Each post's file, by its position there. */
  readonly #files: Uint32Array;
  readonly #addresses: TextColumn;
  /** Each post's day, by its position among the names of days. */
  readonly #days: Uint32Array;
  readonly #dayNames: Day[] = [];
  readonly #dayNumbers = new Map<Day, number>();
  readonly #hashes: Buffer;
  readonly #instants: Float64Array;
  readonly #sizes: Float64Array;
  readonly #times: Float64Array;
  readonly #isPlain: Uint8Array;
  /** The first two claims, or NaN. */
  readonly #claims: Float64Array;
  /** All claims of the few posts that have more than two. */
  readonly #manyClaims = new Map<number, readonly number[]>();
  #length = 0;

  /** `paths` are those of all files that are looked at. */
  constructor(paths: readonly string[]) {
    const most = paths.length;
    this.#paths = paths;
    this.#files = new Uint32Array(most);
    this.#addresses = new TextColumn(most);
    this.#days = new Uint32Array(most);
    this.#hashes = Buffer.alloc(most * HASH_BYTES);
    this.#instants = new Float64Array(most);
    this.#sizes = new Float64Array(most);
    this.#times = new Float64Array(most);
    this.#isPlain = new Uint8Array(most);
    this.#claims = new Float64Array(most * 2).fill(Number.NaN);
  }

  get length(): number {
    return this.#length;
  }

  /** Adds the post of the file at a position in the list of paths. */
  add(post: Sighted, file: number): void {
    const at = this.#length++;
    this.#files[at] = file;
    this.#addresses.add(post.address);
    this.#days[at] = this.#numberOf(post.day);
    this.#hashes.write(post.hash, at * HASH_BYTES, 'hex');
    this.#instants[at] = post.instantMs;
    this.#sizes[at] = post.size;
    this.#times[at] = post.mtimeMs;
    this.#isPlain[at] = Number(post.isPlain);
    if (post.claims.length > 2) this.#manyClaims.set(at, post.claims);
    else this.#claims.set(post.claims, at * 2);
  }

  at(index: number): Sighted {
    return {
      path: this.pathAt(index),
      hash: this.#hashes.toString('hex', index * HASH_BYTES, (index + 1) * HASH_BYTES),
      instantMs: this.#instants[index] ?? 0,
      day: this.dayAt(index),
      address: this.#addresses.at(index),
      size: this.#sizes[index] ?? 0,
      mtimeMs: this.#times[index] ?? 0,
      claims: this.claimsAt(index),
      isPlain: this.#isPlain[index] === 1,
    };
  }

  pathAt(index: number): string {
    return this.#paths[this.#files[index] ?? -1] ?? '';
  }

  dayAt(index: number): Day {
    return this.#dayNames[this.#days[index] ?? -1] ?? '';
  }

  claimsAt(index: number): readonly number[] {
    const many = this.#manyClaims.get(index);
    return many ?? [...this.#claims.subarray(index * 2, index * 2 + 2)].filter((claim) => !Number.isNaN(claim));
  }

  /** Whether a post has nothing to do with others, given the claims that more than one has. */
  isAloneAt(index: number, contested: ReadonlySet<number>): boolean {
    if (this.#isPlain[index] === 0) return false;
    return contested.size === 0 || !this.claimsAt(index).some((claim) => contested.has(claim));
  }

  /** The claims of all posts, the lowest first, each as often as it is made. */
  sortedClaims(): Float64Array {
    const many = [...this.#manyClaims.values()].flat();
    // One array, filled and sorted where it is: of a million posts, each copy takes 16 MB.
    const all = new Float64Array(this.#length * 2 + many.length);
    let count = 0;
    for (let at = 0; at < this.#length * 2; at++) {
      const claim = this.#claims[at] ?? Number.NaN;
      if (!Number.isNaN(claim)) all[count++] = claim;
    }
    all.set(many, count);
    // oxlint-disable-next-line unicorn/no-array-sort -- it is nobody else's, and a copy is what is to be spared
    return all.subarray(0, count + many.length).sort();
  }

  #numberOf(day: Day): number {
    const number = this.#dayNumbers.get(day) ?? this.#dayNames.push(day) - 1;
    this.#dayNumbers.set(day, number);
    return number;
  }
}
