const BLOCK_BYTES = 1024 * 1024;

/** Many short texts as UTF-8, one after the other: as strings, each takes a third more and is one more thing to collect. */
export class TextColumn {
  readonly #blocks: Buffer[] = [];
  readonly #blockOf: Uint32Array;
  /** Where each text ends in its block. One begins where the one before ends, or at the beginning of its block. */
  readonly #ends: Uint32Array;
  #length = 0;

  /** `most` is how many texts there can be. */
  constructor(most: number) {
    this.#blockOf = new Uint32Array(most);
    this.#ends = new Uint32Array(most);
  }

  /** Adds a text. Lone surrogates in it are lost. */
  add(text: string): void {
    const size = Buffer.byteLength(text);
    const [at, start] = [this.#length++, this.#startOf(this.#length - 1)];
    const fits = start + size <= (this.#blocks.at(-1)?.length ?? -1);
    if (!fits) this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(size, BLOCK_BYTES)));
    const begin = fits ? start : 0;
    this.#blockOf[at] = this.#blocks.length - 1;
    this.#ends[at] = begin + size;
    this.#blocks.at(-1)?.write(text, begin);
  }

  at(index: number): string {
    const block = this.#blockOf[index] ?? 0;
    const start = this.#blockOf[index - 1] === block ? this.#startOf(index) : 0;
    return this.#blocks[block]?.toString('utf8', start, this.#ends[index]) ?? '';
  }

  #startOf(index: number): number {
    return this.#ends[index - 1] ?? 0;
  }
}
