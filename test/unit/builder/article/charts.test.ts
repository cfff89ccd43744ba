import { expect, test } from 'vitest';
import { takeCharts } from '#builder/article/charts.ts';
import { runStep } from './drafts.ts';

const config = `url: https://news.example
broadsheet:
  chart: { comment: Quote, alt: '^K图' }
  images: [chart.example]
  mentions: { attribute: data-code, href: '/quote/(\\d+)\\.(\\w+)' }`;
const IMG = '<img src="https://chart.example/p?nid=0.001234&k=1" width="578" height="276">';
const SRC = 'https://chart.example/p?nid=0.001234&k=1';

test.each([
  ['between the comments', `<!-- Quote_Start --><p><a href="/x">${IMG}</a></p><!-- Quote_End --><p>文</p>`],
  ['between the comments, without a link', `<!-- Quote_Start --><p>${IMG}</p><!-- Quote_End --><p>文</p>`],
  ['by its alternative text', `<p><a href="/x">${IMG.replace('>', ' alt="K图 001234_0">')}</a></p><p>文</p>`],
])('a chart is found %s', (_name, html) => {
  const chart = { src: SRC, width: 578, height: 276, code: '001234', market: '0' };
  expect(runStep(takeCharts, html, { config })).toEqual({ html: '<p>文</p>', charts: [chart] });
});

test.each([
  ['the link', '<a href="//q.example/quote/1.600001"><img src="//chart.example/a" alt="K图"></a>', '600001', '1'],
  ['the picture', '<img src="//chart.example/a" alt="K图" data-code="K 001234|0|2">', '001234', '0'],
  ['the link’s mark', '<a data-code="001234|0|6|"><img src="//chart.example/a" alt="K图"></a>', '001234', '0'],
  ['nothing', '<img src="//chart.example/a" alt="K图">', undefined, undefined],
])('its security is named by %s', (_name, html, code, market) => {
  const [chart] = runStep(takeCharts, html, { config }).charts ?? [];
  expect([chart?.code, chart?.market]).toEqual([code, market]);
});

test.each([
  ['a start without an end', `<!-- Quote_Start --><p>${IMG}</p>`],
  ['an end without a start', `<p>${IMG}</p><!-- Quote_End -->`],
  ['a picture with another text', '<p><img src="a.png" alt="码头K图"></p>'],
])('%s takes nothing', (_name, html) => {
  expect(runStep(takeCharts, html, { config }).charts).toBeUndefined();
  expect(runStep(takeCharts, html, { config }).html).toContain('<img');
});

test('words beside a chart stay', () => {
  expect(runStep(takeCharts, `<p>文<img src="//chart.example/a" alt="K图"></p>`, { config }).html).toBe('<p>文</p>');
});

test('a chart from elsewhere is taken out and not shown', () => {
  expect(runStep(takeCharts, '<p><img src="//beacon.invalid/a" alt="K图"></p>文', { config })).toEqual({ html: '文' });
});

test('charts are ten at most, each once', () => {
  const numbers = [0, 0, ...Array.from({ length: 30 }, (_chart, number) => number)];
  const html = numbers.map((number) => `<p><img src="https://chart.example/${number}" alt="K图"></p>`).join('');
  const { charts, html: left } = runStep(takeCharts, html, { config });
  expect(new Set(charts?.map(({ src }) => src)).size).toBe(10);
  expect(charts).toHaveLength(10);
  expect(left).toBe('');
});
