import { describe, expect, test } from 'vitest';
import { cutQuote, shortened, takeDigest } from '#builder/article/digest.ts';
import { runStep } from './drafts.ts';

describe('a quotation at the head of the source', () => {
  test.each([
    ['with an empty line after it', '> 码头恢复夜航。\n\n<p>正文</p>', '码头恢复夜航。', '<p>正文</p>'],
    ['with Windows line ends', '> 码头恢复夜航。\r\n\r\n正文', '码头恢复夜航。', '正文'],
    ['after empty lines', '\n\n> 码头恢复夜航。\n\n正文', '码头恢复夜航。', '正文'],
    ['without a blank after the mark', '>码头恢复夜航。\n\n正文', '码头恢复夜航。', '正文'],
    ['and nothing else', '> 码头恢复夜航。', '码头恢复夜航。', ''],
    ['that is empty', '> \n\n正文', '', '正文'],
    ['in which marks are text', '> *ST潮信<b>_涨_ {{ x }}\n\n正文', '*ST潮信<b>_涨_ {{ x }}', '正文'],
  ])('%s is cut off', (_name, source, quote, rest) => {
    expect(cutQuote(source)).toEqual({ quote, rest });
  });

  test.each([
    ['of two lines', '> 一\n> 二\n\n正文'],
    ['that goes on without a mark', '> 一\n二\n\n正文'],
    ['further down', '正文\n\n> 一\n\n下文'],
    ['that is no quotation', '正文'],
  ])('%s stays', (_name, source) => {
    expect(cutQuote(source)).toEqual({ rest: source });
  });
});

const TEXT = '<p>三号码头今晚恢复夜航，货轮两天内清完。</p><p>下文。</p>';

test.each([
  ['the excerpt goes first', { fields: { excerpt: '摘要', description: '说明' }, quote: '引文' }, '摘要'],
  ['then the description', { fields: { description: '说明' }, quote: '引文' }, '说明'],
  ['then the quotation', { quote: '引文' }, '引文'],
  ['an excerpt in HTML is text', { fields: { excerpt: '"<p>潮 &amp; <b>信</b></p>"' } }, '潮 & 信'],
  ['an excerpt over lines is one line', { fields: { excerpt: '|\n  一\n  二' } }, '一 二'],
])('of several digests %s', (_name, given, digest) => {
  expect(runStep(takeDigest, TEXT, given)).toMatchObject({ html: TEXT, digest, summary: digest });
});

test('without one the first paragraph stands in lists, and only there', () => {
  const draft = runStep(takeDigest, `<h2>标题</h2><figure><img src="a.png"></figure>${TEXT}`);
  expect(draft.summary).toBe('三号码头今晚恢复夜航，货轮两天内清完。');
  expect(draft).not.toHaveProperty('digest');
});

test.each([
  ['a first paragraph that says the same goes', '三号码头今晚恢复夜航， 货轮两天内清完。', '<p>下文。</p>', true],
  ['a first paragraph that begins with it stays, and the digest is not shown', '三号码头今晚恢复夜航', TEXT, false],
  ['another first paragraph stays', '两天内清完', TEXT, true],
])('%s', (_name, quote, html, isShown) => {
  const draft = runStep(takeDigest, TEXT, { quote });
  expect([draft.html, draft.digest !== undefined, draft.summary]).toEqual([html, isShown, quote]);
});

test('a text without words has no digest', () => {
  expect(runStep(takeDigest, '<figure><img src="a.png"></figure>')).not.toHaveProperty('summary');
});

test.each([
  ['60 Chinese characters are kept', '潮'.repeat(60), '潮'.repeat(60)],
  ['the 61st is cut', '潮'.repeat(61), `${'潮'.repeat(60)}…`],
  ['135 Latin characters are kept', 'tide '.repeat(27), 'tide '.repeat(27)],
  ['words are not cut', `${'tide '.repeat(27)}afternoon tide`, `${'tide '.repeat(27).trimEnd()}…`],
  ['both together', `${'潮'.repeat(58)} a and b`, `${'潮'.repeat(58)} a…`],
])('a list shows two lines of a digest: %s', (_name, text, short) => {
  expect(shortened(text)).toBe(short);
});

test('a character of two code units is not cut', () => {
  expect(shortened('😀'.repeat(150))).toMatch(/^(?:😀)+…$/u);
});
