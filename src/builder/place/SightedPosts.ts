import type { Day } from '#shared/post.ts';
import type { Sighted } from './sightPosts.ts';

const HASH_BYTES = 8;

/** Posts at a first look, in the order they were added, as columns: a million of them as objects take 500 MB. */
export class SightedPosts {
  readonly #paths: string[] = [];
  readonly #addresses: string[] = [];
  readonly #days: Day[] = [];
  /** One string a day, not one a post. */
  readonly #dayNames = new Map<Day, Day>();
  readonly #hashes: Buffer;
  readonly #instants: Float64Array;
  readonly #sizes: Float64Array;
  readonly #times: Float64Array;
  readonly #isPlain: Uint8Array;
  /** The first two claims, or NaN. */
  readonly #claims: Float64Array;
  /** All claims of the few posts that have more than two. */
  readonly #manyClaims = new Map<number, readonly number[]>();

  /** `most` is how many posts there can be. */
  constructor(most: number) {
    this.#hashes = Buffer.alloc(most * HASH_BYTES);
    this.#instants = new Float64Array(most);
    this.#sizes = new Float64Array(most);
    this.#times = new Float64Array(most);
    this.#isPlain = new Uint8Array(most);
    this.#claims = new Float64Array(most * 2).fill(Number.NaN);
  }

  get length(): number {
    return this.#paths.length;
  }

  /** Adds a post. `path` is its path as others hold it, so that there is one string. */
  add(post: Sighted, path: string): void {
    const { address, day, hash, claims } = post;
    const at = this.#paths.push(path) - 1;
    if (!this.#dayNames.has(day)) this.#dayNames.set(day, day);
    this.#addresses.push(address);
    this.#days.push(this.#dayNames.get(day) ?? day);
    this.#hashes.write(hash, at * HASH_BYTES, 'hex');
    this.#instants[at] = post.instantMs;
    this.#sizes[at] = post.size;
    this.#times[at] = post.mtimeMs;
    this.#isPlain[at] = Number(post.isPlain);
    if (claims.length > 2) this.#manyClaims.set(at, claims);
    else this.#claims.set(claims, at * 2);
  }

  at(index: number): Sighted {
    return {
      path: this.pathAt(index),
      hash: this.#hashes.toString('hex', index * HASH_BYTES, (index + 1) * HASH_BYTES),
      instantMs: this.#instants[index] ?? 0,
      day: this.dayAt(index),
      address: this.#addresses[index] ?? '',
      size: this.#sizes[index] ?? 0,
      mtimeMs: this.#times[index] ?? 0,
      claims: this.claimsAt(index),
      isPlain: this.#isPlain[index] === 1,
    };
  }

  pathAt(index: number): string {
    return this.#paths[index] ?? '';
  }

  dayAt(index: number): Day {
    return this.#days[index] ?? '';
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
    const two = this.#claims.subarray(0, this.length * 2).filter((claim) => !Number.isNaN(claim));
    const all = new Float64Array(two.length + many.length);
    all.set(two);
    all.set(many, two.length);
    return all.toSorted();
  }
}
