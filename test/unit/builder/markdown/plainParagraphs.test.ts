import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kramdown } from '#builder/markdown/kramdown.ts';
import { kramdownOptions } from '#builder/markdown/kramdownOptions.ts';
import { plainParagraphs } from '#builder/markdown/plainParagraphs.ts';

test.each([
  ['words', '潮信，二〇二四年。\n\nTide tables: 3 (three) + 1 = 4\n', true],
  ['an address', '\n<http://s.example/a,1.html>\n', true],
  ['links', '[返回](//s.example/)｜[首页](https://s.example/a?b=1)', true],
  ['nothing', '', true],
  ['a paragraph of two lines', '潮\n信', false],
  ['a heading', '# 潮', false],
  ['a numbered list', '1. 潮', false],
  ['an indented line', '    潮', false],
  ['emphasis', '潮**信**', false],
  ['quotes that turn', 'the "tide"', false],
  ['dashes', 'tide -- ebb', false],
  ['a link with a title', '[潮](//s.example/ "信")', false],
  ['a link within the site', '[潮](/a)', false],
  ['an address with a reference', '<http://s.example/?a=1&b=2>', false],
  ['a definition', '[潮]: //s.example/', false],
  ['a footnote', '[^1](//s.example/)', false],
  ['a row of a table', '潮 | 信', false],
  ['HTML', '<p>潮</p>', false],
  ['a line end of Windows', '潮\r\n', false],
])('%s: plain or not', (_name, text, isPlain) => {
  expect(plainParagraphs(text) !== null).toBe(isPlain);
});

test('what is plain reads as the rules read it', () => {
  const rules = kramdown(kramdownOptions(new Map([['kramdown', new Map([['hard_wrap', true]])]])));
  const words = fc.constantFrom(
    '潮信',
    '，',
    'tide',
    '7',
    '.',
    '...',
    ' ',
    '\u3000',
    '\u00a0',
    '\ufeff',
    '#',
    '%',
    ':',
    '=',
  );
  const marks = fc.constantFrom(
    '-',
    '+',
    '(',
    ')',
    '@',
    '/',
    '~',
    '\t',
    '\u0001',
    '\u0085',
    '\ud800',
    '!',
    '[',
    ']',
    '*',
    '_',
  );
  const links = fc.constantFrom(
    '[a](//s.example/)',
    '[潮 信](http://s.example/a_b_c)',
    '[a](//xn--s.example)',
    '[a](//s.example/(b))',
    '[](//s.example)',
    '[a](//s.example/~b,c;d:e@f=g+h?i-j)',
    '<http://s.example/a_b_c>',
    '<https://s.example/a..b>',
    '<http://s.example/é>',
    '<//s.example/>',
    '<http://a.b/x=y+z>',
  );
  const lines = fc.constantFrom('\n', '\n\n', '\n \t\n', '\n\n\n', '\n: ', '\n===', '\n\n1. ', '\n\n- ');
  fc.assert(
    fc.property(fc.array(fc.oneof(words, words, links, lines, marks), { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const plain = plainParagraphs(text);
      if (plain !== null) expect(plain).toBe(rules.render(text));
    }),
    { numRuns: 3000 },
  );
});
