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
    ['with character references', '> 价格&lt;成本&#xff0c;A&amp;B <b>&lt;b>\n\n正文', '价格<成本，A&B <b><b>', '正文'],
    ['with a bare ampersand', '> A & B，R&D\n\n正文', 'A & B，R&D', '正文'],
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

const LONG = '三号码头今晚恢复夜航，货轮两天内清完，港务局称浓雾已经散去';

describe('a digest that the text repeats is shown once:', () => {
  test.each([
    ['the first paragraph', LONG, `<p>${LONG}。</p><p>下文。</p>`, '<p>下文。</p>'],
    [
      'in other case, width and punctuation',
      'ＡＢ港，恢复 夜航…',
      '<p>Ab港恢复夜航！</p><p>下文。</p>',
      '<p>下文。</p>',
    ],
    ['the first two', '恢复夜航。货轮清完。', '<p>恢复夜航。</p><p>货轮清完。</p><p>下文。</p>', '<p>下文。</p>'],
    ['the first three', '一号。二号。三号。', '<p>一号</p><p>二号</p><p>三号</p><p>下文。</p>', '<p>下文。</p>'],
    ['with a character changed', LONG, `<p>${LONG.replace('今晚', '昨晚')}。</p><p>下文。</p>`, '<p>下文。</p>'],
    ['with a character missing', LONG, `<p>${LONG.replace('已经', '已')}。</p><p>下文。</p>`, '<p>下文。</p>'],
    ['with its medium behind', `${LONG}（港口快讯）`, `<p>${LONG}。</p><p>下文。</p>`, '<p>下文。</p>'],
    ['with a headline before', `【夜航】${LONG}`, `<p>${LONG}。</p><p>下文。</p>`, '<p>下文。</p>'],
    [
      'after a picture and a heading',
      LONG,
      `<figure><img></figure><h2>题</h2><p>${LONG}</p>`,
      '<figure><img></figure><h2>题</h2>',
    ],
    ['in other words', '浓雾散去以后的海湾', TEXT, TEXT],
    ['that begins like something else', LONG, '<p>下文。</p>', '<p>下文。</p>'],
    ['in a list', LONG, `<ul><li>${LONG}</li></ul>`, `<ul><li>${LONG}</li></ul>`],
  ])('%s', (_name, quote, html, left) => {
    const draft = runStep(takeDigest, html, { quote });
    expect([draft.html, draft.digest, draft.summary]).toEqual([left, quote, quote]);
  });

  test.each([
    ['cut off', '三号码头今晚恢复夜航…', TEXT],
    ['beginning in the middle', '货轮两天内清完。', TEXT],
    ['ending in the second paragraph', `${LONG}。下`, `<p>${LONG}。</p><p>下文又长了一些。</p>`],
    ['cut off, with a character changed', LONG.replace('今晚', '昨晚'), `<p>${LONG}，船员说今夜月色很好。</p>`],
    ['where the paragraph holds a link', LONG, `<p>${LONG.slice(0, 5)}<a href="/x">${LONG.slice(5)}</a></p>`],
    ['of nothing but marks', '——', TEXT],
  ])('%s, it is the text that says it', (_name, quote, html) => {
    const draft = runStep(takeDigest, html, { quote });
    expect([draft.html, draft.digest, draft.summary]).toEqual([html, undefined, quote]);
  });
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
