import { expect, test } from 'vitest';
import { outlineHeadings } from '#builder/article/outline.ts';
import { runStep } from './drafts.ts';

const LONG_TEXT = '潮'.repeat(3_000);

test('three headings make an outline, of the main and second ones', () => {
  const html =
    '<h2>一号 Pier &amp; Tide</h2><h3>二<br>三</h3><h4>四</h4><h2>五</h2><blockquote><h2>六</h2></blockquote>';
  const { outline, html: left } = runStep(outlineHeadings, html);
  expect(outline).toEqual([
    { id: 'a-一号-pier-tide', level: 2, text: '一号 Pier & Tide' },
    { id: 'a-二-三', level: 3, text: '二 三' },
    { id: 'a-五', level: 2, text: '五' },
  ]);
  expect(left).toContain('<h2 id="a-一号-pier-tide">');
  expect(left).toContain('<h4>四</h4>');
});

test.each([
  ['two headings', '<h2>一</h2><h2>二</h2>', '短', undefined],
  ['one heading in a long text', '<h2>一</h2>', LONG_TEXT, 1],
  ['a long text alone', '<p>一</p>', LONG_TEXT, undefined],
  ['headings without words', '<h2></h2><h2><img></h2><h2> </h2>', LONG_TEXT, undefined],
])('%s', (_name, html, text, count) => {
  expect(runStep(outlineHeadings, html, { text }).outline?.length).toBe(count);
});

test.each([
  ['the same text', '<h2>一</h2><h2>一</h2><h2>一</h2>', ['a-一', 'a-一-2', 'a-一-3']],
  ['what looks like a number given', '<h2>一 2</h2><h2>一</h2><h2>一</h2>', ['a-一-2', 'a-一', 'a-一-3']],
  ['an id that the text links to', '<h2>一</h2><h2 id="a-root">二</h2>', ['a-一', 'a-root']],
  ['an id of something else', '<p id="a-一">零</p><h2>一</h2>', ['a-一-2']],
  ['an id twice', '<h2 id="a-x">一</h2><h2 id="a-x">二</h2>', ['a-x', 'a-二']],
  ['only marks', '<h2>？！</h2>', ['a-section']],
  ['a long text', `<h2>${'潮'.repeat(60)}</h2>`, [`a-${'潮'.repeat(40)}`]],
])('each id is its own: %s', (_name, html, ids) => {
  const { outline } = runStep(outlineHeadings, html, { text: LONG_TEXT });
  expect(outline?.map(({ id }) => id)).toEqual(ids);
});

test('an outline has an end', () => {
  const { outline, html } = runStep(
    outlineHeadings,
    Array.from({ length: 300 }, (_h, n) => `<h2>第${n}节</h2>`).join(''),
  );
  expect(outline).toHaveLength(200);
  expect(html).toContain('id="a-第299节"');
});
