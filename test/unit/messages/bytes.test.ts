import { expect, test } from 'vitest';
import { bytes } from '#messages/bytes.ts';
import { loadMessages } from '#messages/messages.ts';

test.each([
  [0, '0 kB'],
  [900, '1 kB'],
  [512_000, '512 kB'],
  [1_740_000, '1.7 MB'],
  [17_100_000, '17 MB'],
  [11_000_000_000, '11 GB'],
  [5_000_000_000_000, '5,000 GB'],
])('%d bytes are %s', async (count, text) => {
  expect(bytes(count, await loadMessages('en'))).toBe(text);
});
