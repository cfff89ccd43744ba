import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asAddress } from '#builder/files/asAddress.ts';

test('an address of plain segments is what a browser makes of it', () => {
  const part = fc.constantFrom('/', 'a', 'Z', '9', '.', '..', '%2e', '%2E', '%', '%e6', '~', '_', '-', '&', '@', ':');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const url = `/${parts.join('')}`;
      const asked = new URL(url.replace(/\/{2,}/g, '/'), 'http://x.invalid').pathname;
      expect(asAddress(url)).toBe(asked);
    }),
  );
});

test.each([
  ['Chinese', '/港口/', '/%E6%B8%AF%E5%8F%A3/'],
  ['marks that a URL encodes', '/a"<b>`{}/', '/a%22%3Cb%3E%60%7B%7D/'],
  ['what begins a query or a fragment', '/a?b#c', '/a%3Fb%23c'],
  ['a backslash', '/a\\b', '/a%5Cb'],
  ['another host', '//evil.example/a', '/evil.example/a'],
  ['no slash', 'a', '/a'],
  ['nothing', '', '/'],
])('%s: %s is sent as %s', (_name, url, address) => {
  expect(asAddress(url)).toBe(address);
});
