import { describe, expect, test } from 'vitest';
import { takeMentions } from '#builder/article/mentions.ts';
import { runStep } from './drafts.ts';

const config = 'broadsheet: { preset: eastmoney }';
const HREF = 'http://quote.example/unify/r/';
const HARBOUR = { market: '1', code: '600001', name: '海港' };

function found(html: string, given: object = {}) {
  const { mentions, html: left } = runStep(takeMentions, html, { config, ...given });
  return { mentions, left };
}

describe('what the publisher marked is a mention, and becomes text', () => {
  test.each([
    ['a first mention', `<span><a href="${HREF}1.600001" class="keytip" data-code="1,600001">海港</a></span>`, HARBOUR],
    ['a later one', `<span web="1" href="${HREF}1.600001" data-code="1,600001">海港</span>`, HARBOUR],
    ['one with the attribute alone', '<a href="/x" data-code="1,600001">海港</a>', HARBOUR],
    [
      'a sector',
      `<a href="${HREF}90.BK0001" data-code="90,BK0001">海运</a>`,
      { market: '90', code: 'BK0001', name: '海运', isSector: true },
    ],
    [
      'an index in the dictionary’s class',
      `<a href="${HREF}0.399001" class="infokey">海指</a>`,
      { market: '0', code: '399001', name: '海指' },
    ],
    ['one without a short name', `<a href="${HREF}1.600001">${'长'.repeat(41)}</a>`, { market: '1', code: '600001' }],
  ])('%s', (_name, html, mention) => {
    const { mentions, left } = found(`<p>${html}涨了。</p>`);
    expect(mentions).toEqual([mention]);
    expect(left.replaceAll(/<\/?span>/g, '')).toMatch(/^<p>[海港运指长]+涨了。<\/p>$/);
  });

  test('a word of the dictionary becomes text, and is no mention', () => {
    expect(found('<p><a href="http://data.example/x" class="infokey" data-code="1,600001">业绩</a></p>')).toEqual({
      mentions: undefined,
      left: '<p>业绩</p>',
    });
  });
});

describe('a code written by hand in brackets is a mention', () => {
  test.each([
    ['Shanghai', '海港(600001)', '1', '600001'],
    ['Shenzhen, with its ending', '海港（002001.SZ，最新价：12.30元）', '0', '002001'],
    ['Hong Kong', '海港(01234.HK)', '116', '01234'],
    ['Hong Kong without the zero', '海港(1234.HK)', '116', '01234'],
    ['New York', '海港(AB.N, +3%)', '106', 'AB'],
    ['Nasdaq', '海港（ABCD.O）', '105', 'ABCD'],
    ['across mark-up', '海港(<b>600</b>001)', '1', '600001'],
  ])('%s', (_name, text, market, code) => {
    expect(found(`<p>${text}</p>`).mentions).toEqual([{ market, code }]);
  });

  test.each([
    ['a number', '海港(123456)'],
    ['a year', '海港（2024）'],
    ['a code without brackets', '海港600001'],
    ['brackets over two paragraphs', '海港(</p><p>600001)'],
    ['a code among words', '海港（代码600001）'],
  ])('%s is none', (_name, text) => {
    expect(found(`<p>${text}</p>`).mentions).toBe(undefined);
  });
});

test('each security stands once, by title, quotation and text; the first name wins', () => {
  const html =
    `<p>风机（300002）与<a href="${HREF}1.600001">海港</a>，<a href="${HREF}1.600001">海港股份</a>。</p>` +
    `<p><a href="${HREF}0.300002">风机</a></p>`;
  const given = { fields: { title: '灯塔(01234.HK)领涨' }, quote: '灯塔与渔网（600003）' };
  expect(found(html, given).mentions).toEqual([
    { market: '116', code: '01234' },
    { market: '1', code: '600003' },
    { market: '0', code: '300002', name: '风机' },
    HARBOUR,
  ]);
});

test('the security of the chart comes first', () => {
  const charts = [{ src: 'https://chart.example/1', code: '300002', market: '0' }, { src: 'https://chart.example/2' }];
  expect(found('<p>海港(600001)</p>', { charts }).mentions?.map(({ code }) => code)).toEqual(['300002', '600001']);
});

test('fifty are enough', () => {
  const html = Array.from({ length: 60 }, (_code, index) => `<p>(6000${index + 10})</p>`).join('');
  expect(found(html).mentions?.length).toBe(50);
});

test('without the setting links stay, and nothing is a mention', () => {
  const html = `<p><a href="${HREF}1.600001" data-code="1,600001">海港</a>(600001)</p>`;
  expect(found(html, { config: '' })).toEqual({ mentions: undefined, left: html });
});

test('a code of four digits is only completed where it was written by hand', () => {
  const marked = found(`<p><a href="${HREF}200.7203">丰车</a></p>`).mentions;
  expect(marked).toEqual([{ market: '200', code: '7203', name: '丰车' }]);
  expect(found('<p>港湾(1234.HK)涨了。</p>').mentions).toEqual([{ market: '116', code: '01234' }]);
});

test('a month in brackets is no security', () => {
  expect(found('<p>月报(202203)已发布，B股(200011)涨了。</p>').mentions).toEqual([{ market: '0', code: '200011' }]);
});
