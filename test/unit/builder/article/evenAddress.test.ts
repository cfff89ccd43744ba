import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostOfEven } from '#builder/article/evenAddress.ts';

test.each([
  ['a page', 'http://news.s.example/a/1353,2024_b.html', 'news.s.example'],
  ['a query', 'https://s.example/?a=1&b=2', 's.example'],
  ['no path', 'https://s.example', null],
  ['a port', 'https://s.example:8080/', null],
  ['a capital', 'https://S.example/', null],
  ['a number for a host', 'https://127.0.0.1/', null],
  ['an encoded host', 'https://xn--0.example/', null],
  ['dots for a folder', 'https://s.example/a/../b', null],
  ['dots at the head', 'https://s.example/./b', null],
  ['a letter to be encoded', 'https://s.example/潮', null],
  ['a fragment', 'https://s.example/#a', null],
])('%s', (_name, address, host) => {
  expect(hostOfEven(address)).toBe(host);
});

test('an even address is one that parsing leaves as it is', () => {
  const part = fc.constantFrom(
    ...[
      's',
      'a1',
      '0x1f',
      '127',
      '9',
      '.',
      '..',
      '-',
      '--',
      'xn--',
      '/',
      '//',
      '/.',
      '?',
      '&',
      '=',
      '#',
      ':',
      '@',
      '%41',
      '%',
    ],
    ...[
      '_',
      '~',
      "'",
      '!',
      '$',
      '(',
      '*',
      ',',
      ';',
      '+',
      '|',
      '^',
      '\\',
      ' ',
      '\n',
      '"',
      '<',
      '`',
      '{',
      '潮',
      'é',
      'A',
      '.example/',
    ],
  );
  const address = fc
    .tuple(fc.constantFrom('http://', 'https://', 'http:', 'ftp://'), fc.array(part, { maxLength: 7 }))
    .map(([scheme, parts]) => scheme + parts.join(''));
  fc.assert(
    fc.property(address, (written) => {
      const host = hostOfEven(written);
      if (host === null) return;
      const url = new URL(written);
      expect([url.href, url.host]).toEqual([written, host]);
    }),
    { numRuns: 3000 },
  );
});
