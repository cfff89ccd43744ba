import { hash } from 'node:crypto';

// Products with the factor stay whole numbers below 2^53.
const MODULUS = 2 ** 47 - 115;
const FACTOR = 31;

/**
 * Tells whether two long lists are the same without keeping either: a hash of texts in their order. Texts of one block,
 * told one after another, have no order among themselves.
 */
export class Sequence {
  count = 0;
  #state = 0;
  #block = '';
  #blockSum = 0;

  /** Adds the next text. */
  tell(text: string, block = ''): void {
    this.count++;
    const value = hash('sha1', text, 'buffer').readUIntBE(0, 6) % MODULUS;
    if (block !== this.#block) this.#close();
    this.#block = block;
    if (block === '') this.#append(value);
    else this.#blockSum = (this.#blockSum + value) % MODULUS;
  }

  /** Whether both were told the same. */
  equals(other: Sequence): boolean {
    this.#close();
    other.#close();
    return this.count === other.count && this.#state === other.#state;
  }

  #close(): void {
    if (this.#block !== '') this.#append(this.#blockSum);
    this.#block = '';
    this.#blockSum = 0;
  }

  #append(value: number): void {
    this.#state = (this.#state * FACTOR + value) % MODULUS;
  }
}
