import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutHtmlLines } from '#builder/markdown/htmlLines.ts';
import { kramdown } from '#builder/markdown/kramdown.ts';
import { kramdownOptions } from '#builder/markdown/kramdownOptions.ts';

test('lines of HTML at the head of a text are not read by the rules', () => {
  expect(cutHtmlLines('\n<p>潮</p> <p>信</p>\n <div>夜</div>\n\n<http://s.example/>\n')).toEqual({
    html: '<p>潮</p> <p>信</p>\n <div>夜</div>\n',
    rest: '\n<http://s.example/>\n',
  });
});

test('whatever stands there, the result is that of the rules', () => {
  const tags = [
    '<p>',
    '</p>',
    '<p class="a">',
    '<P>',
    '<div>',
    '</div>',
    '<a href="/x">',
    '</a>',
    '<br />',
    '<!-- x -->',
  ];
  const lines = [
    '\n',
    '\n\n',
    '\n \t\n',
    '\r\n',
    '\n    ',
    '\n  ',
    '\n- ',
    '\n> ',
    '\n# ',
    '\n---|---\n',
    '\n---\n',
    '\n: ',
  ];
  const marks = [
    '潮信',
    ' ',
    '\t',
    '|',
    '**',
    '[a]',
    '[^1]',
    '[^1]: b',
    '\n[a]: /b',
    '{: .x}',
    '\n{:toc}',
    '*[a]: b',
    '\0',
    '```',
  ];
  const element = fc.constantFrom('<p>潮</p>', '<p class="a">b</p> ', '<div><p>潮</div>', '<P>a</p>', '<p>a|b</p>');
  const piece = fc.oneof(fc.constantFrom(...tags, ...lines, ...marks), element);
  const rules = kramdown(kramdownOptions(new Map()));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const { html, rest } = cutHtmlLines(text);
      expect(html + rules.render(rest)).toBe(rules.render(text));
    }),
    { numRuns: 1000 },
  );
});
