import { expect, test } from 'vitest';
import { setMath } from '#builder/article/math.ts';
import { dropUnread } from '#builder/article/unread.ts';
import { runStep } from './drafts.ts';

const X = '<math><mrow><mi>x</mi></mrow></math>';

test('TeX in a line becomes MathML, and the words around it stay', () => {
  const { html } = runStep(setMath, '<p>潮 \\(x_1\\)，<b>\\(y\\)</b> 汐</p>');
  expect(html).toMatch(/^<p>潮 <math[^>]*><msub><mi[^>]*>x<\/mi><mn>1<\/mn><\/msub><\/math>，<b><math.*<\/b> 汐<\/p>$/);
});

test('TeX of its own block can scroll', () => {
  const { html } = runStep(setMath, '\\[\\frac{a}{b}\\]');
  expect(html).toMatch(/^<div data-b="scroll"><math display="block".*<mfrac>.*<\/math><\/div>$/);
});

test.each([
  ['prices', '<p>From $5 to $6, $$ too</p>'],
  ['brackets', '<p>f(x) [y] \\(never closed</p>'],
  ['code', '<pre><code>\\(x\\)</code></pre>'],
  ['formulas too long', `<p>\\(${'x'.repeat(2_001)}\\)</p>`],
])('%s stay text', (_name, html) => {
  expect(runStep(setMath, html).html).toBe(html);
});

test.each([
  ['unknown commands', '\\(\\nonsense x\\)'],
  ['what is never closed', '\\(\\frac{a\\)'],
  ['macros without end', '\\(\\def\\a{\\a\\a}\\a\\)'],
  ['braces too deep', `\\(${'{'.repeat(1_900)}\\)`],
])('TeX that cannot be read is code: %s', (_name, tex) => {
  expect(runStep(setMath, `<p>${tex}</p>`).html).toBe(`<p><code>${tex}</code></p>`);
});

test('beyond a thousand formulas TeX stays text', () => {
  const { html } = runStep(setMath, `<p>${'\\(x\\) '.repeat(1_001)}</p>`);
  expect(html.match(/<math/g)).toHaveLength(1_000);
});

test("a post's own MathML is dropped", () => {
  expect(runStep(dropUnread, `<p>a${X}b<mi>c</mi></p>`).html).toBe('<p>ab</p>');
});
