import { describe, expect, test } from 'vitest';
import { makeHeadings } from '#builder/article/headings.ts';
import { runStep } from './drafts.ts';

const SHORT = 'broadsheet: { headings: short }';
const FULL = '<p>港务局称浓雾已经散去，货轮两天内清完。</p>';

describe('a wholly bold paragraph becomes a heading', () => {
  test.each([
    ['that is short', '<p><strong>浓雾散去</strong></p>', '<h2>浓雾散去</h2>'],
    ['with a blank before the end', '<p><strong>浓雾散去 </strong> </p>', '<h2>浓雾散去  </h2>'],
    ['in two pieces', '<p><b>浓雾</b><br><b>散去</b></p>', '<h2>浓雾<br>散去</h2>'],
    ['of a question', '<p><strong>雾还会来吗？</strong></p>', '<h2>雾还会来吗？</h2>'],
    ['of 30 Chinese characters', `<p><strong>${'潮'.repeat(30)}</strong></p>`, `<h2>${'潮'.repeat(30)}</h2>`],
    ['of 60 Latin ones', `<p><strong>${'t'.repeat(60)}</strong></p>`, `<h2>${'t'.repeat(60)}</h2>`],
  ])('%s', (_name, html, heading) => {
    expect(runStep(makeHeadings, html + FULL).html).toBe(heading + FULL);
  });

  test.each([
    ['of a whole sentence', `<p><strong>浓雾散去。</strong></p>${FULL}`],
    ['that leads to the next', `<p><strong>港务局称：</strong></p>${FULL}`],
    ['that is long', `<p><strong>${'潮'.repeat(31)}</strong></p>${FULL}`],
    ['bold in part', `<p><strong>浓雾</strong>散去</p>${FULL}`],
    ['of a picture', `<p><strong><img src="a.png"></strong></p>${FULL}`],
    ['of nothing', `<p><strong> </strong></p>${FULL}`],
    ['with nothing after it', `${FULL}<p><strong>浓雾散去</strong></p>`],
    [
      'with only a disclaimer after it',
      `${FULL}<p><strong>浓雾散去</strong></p><p data-b="disclaimer">声明：仅供参考。</p>`,
    ],
    ['in a quotation', `<blockquote><p><strong>浓雾散去</strong></p>${FULL}</blockquote>`],
  ])('but none %s', (_name, html) => {
    expect(runStep(makeHeadings, html).html).toBe(html);
  });
});

describe('with headings: short a run of short paragraphs becomes one heading', () => {
  test.each([
    ['of two lines', '<p>抢在台风“之前”</p><p>收完头茬</p>', '<h2>抢在台风“之前”<br>收完头茬</h2>'],
    ['of four', '<p>一</p><p>二</p><p>三</p><p>四</p>', '<h2>一<br>二<br>三<br>四</h2>'],
  ])('%s', (_name, html, heading) => {
    expect(runStep(makeHeadings, FULL + html + FULL, { config: SHORT }).html).toBe(FULL + heading + FULL);
  });

  test.each([
    ['of one', `<p>抢在台风之前</p>${FULL}`],
    ['of five', `<p>一</p><p>二</p><p>三</p><p>四</p><p>五</p>${FULL}`],
    ['that ends the text', `${FULL}<p>抢在台风之前</p><p>收完头茬</p>`],
    ['before a picture', '<p>抢在台风之前</p><p>收完头茬</p><figure></figure>'],
    ['where one is closed', `<p>“收完了！”</p><p>他说。</p>${FULL}`],
    ['where one is long', `<p>${'潮'.repeat(21)}</p><p>收完头茬</p>${FULL}`],
    ['with mark-up', `<p><em>抢在台风之前</em></p><p>收完头茬</p>${FULL}`],
  ])('but none %s', (_name, html) => {
    expect(runStep(makeHeadings, html, { config: SHORT }).html).toBe(html);
  });

  test('and without the setting none at all', () => {
    const html = `<p>抢在台风之前</p><p>收完头茬</p>${FULL}`;
    expect(runStep(makeHeadings, html).html).toBe(html);
  });
});

test.each([
  ['below the deepest heading above', '<h2>一</h2><h3>二</h3>', 'h4'],
  ['below a sixth heading, as another', '<h6>一</h6>', 'h6'],
  ['two where none stands above', '', 'h2'],
])('its level is %s', (_name, above, name) => {
  const html = `${above}<p><strong>浓雾散去</strong></p>${FULL}<h2>尾</h2>`;
  expect(runStep(makeHeadings, html).html).toBe(`${above}<${name}>浓雾散去</${name}>${FULL}<h2>尾</h2>`);
});
