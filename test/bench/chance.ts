import { CHINESE } from './words.ts';

/** Numbers from 0 to 1 that look like chance and are the same every time for one seed: xorshift over 32 bits. */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** One of the words; an empty string when there are none. */
export function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

/** A Chinese sentence of that many words, with a comma after every twelve. */
export function chineseSentence(random: () => number, length: number): string {
  let sentence = '';
  for (let index = 0; index < length; index++) sentence += (index % 12 === 11 ? '，' : '') + pick(CHINESE, random);
  return `${sentence}。`;
}
