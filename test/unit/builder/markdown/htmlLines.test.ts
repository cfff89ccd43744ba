import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kramdown } from '#builder/markdown/kramdown.ts';
import { kramdownOptions } from '#builder/markdown/kramdownOptions.ts';

const OPTIONS = kramdownOptions(new Map());
const RULES_ALONE = kramdown(OPTIONS);
RULES_ALONE.core.ruler.disable('html_lines');

test('lines of HTML at the head of a text are not read by the rules', () => {
  const tokens = kramdown(OPTIONS).parse('\n<p>潮</p> <p>信</p>\n <div>夜</div>\n\n<http://s.example/>\n', {});
  expect(tokens[0]).toMatchObject({ type: 'html_block', content: '<p>潮</p> <p>信</p>\n <div>夜</div>\n' });
  expect(tokens.slice(1).map(({ type }) => type)).toEqual(['paragraph_open', 'inline', 'paragraph_close']);
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
  const markdown = kramdown(OPTIONS);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(markdown.render(text)).toBe(RULES_ALONE.render(text));
    }),
    { numRuns: 1000 },
  );
});
