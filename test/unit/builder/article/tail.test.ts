import { describe, expect, test } from 'vitest';
import { cutTail } from '#builder/article/tail.ts';
import { runStep } from './drafts.ts';

const NAV = { config: "broadsheet: { nav: '^\\[?返回' }" };
const LINK = '<p><a href="http://source.example/a?b=1">http://source.example/a?b=1</a></p>';
const BACK = '<p><a href="//news.example/">返回首页</a></p>';
const TEXT = '<p>码头今晚恢复夜航。</p>';

test.each([
  ['a line that is one autolink', TEXT + LINK, TEXT, 'http://source.example/a?b=1'],
  [
    'the same before nav lines',
    `${TEXT}\n${LINK}\n${BACK}\n${BACK}\n`,
    `${TEXT}\n\n\n\n`,
    'http://source.example/a?b=1',
  ],
  ['nav lines that were not made links', `${TEXT}<p>[返回快讯](//news.example/)｜[返回首页]</p>`, TEXT, undefined],
  ['an autolink that lost its address', `${TEXT}<p><a href="http://">http://</a></p>`, TEXT, undefined],
  ['a lost autolink', `${TEXT}<p>&lt;&gt;</p>${BACK}`, TEXT, undefined],
  [
    'an autolink that Markdown encoded',
    `${TEXT}<p><a href="http://s.example/%E6%BD%AE">http://s.example/潮</a></p>`,
    TEXT,
    'http://s.example/%E6%BD%AE',
  ],
])('%s goes off the end', (_name, html, left, original) => {
  const draft = runStep(cutTail, html, NAV);
  expect([draft.html, draft.original]).toEqual([left, original]);
});

test.each([
  ['a link with words of its own', `${TEXT}<p><a href="http://source.example/">原文</a></p>`],
  ['a link among words', `${TEXT}<p>详见<a href="http://s.example/">http://s.example/</a></p>`],
  ['a link that says another address', `${TEXT}<p><a href="http://s.example/">http://t.example/</a></p>`],
  [
    'two links',
    `${TEXT}<p><a href="http://s.example/">http://s.example/</a><a href="http://t.example/">http://t.example/</a></p>`,
  ],
  ['a link that is no web address', `${TEXT}<p><a href="mailto:a@b.example">mailto:a@b.example</a></p>`],
  [
    'an address that no browser can open',
    `${TEXT}<p><a href="http://s.example:99999/">http://s.example:99999/</a></p>`,
  ],
  ['a sentence that begins as a nav line does', `${TEXT}<p>返回舱今天凌晨成功着陆。</p>`],
  ['an autolink that is not last', `${LINK}${TEXT}`],
  ['a nav line that is not last', `${BACK}${TEXT}`],
  ['an autolink outside a paragraph', `${TEXT}<div><a href="http://s.example/">http://s.example/</a></div>`],
  ['nothing', ''],
])('%s stays', (_name, html) => {
  const draft = runStep(cutTail, html, NAV);
  expect([draft.html, draft.original]).toEqual([html, undefined]);
});

test('without a setting there are no nav lines', () => {
  expect(runStep(cutTail, TEXT + BACK).html).toBe(TEXT + BACK);
});

function closedBy(href: string): string {
  return `${TEXT}<p><a href="${href}">${href}</a></p>`;
}

describe('an original whose address is made anew', () => {
  const config = "broadsheet: { original: { match: 'code=NW(\\d{4})', address: 'https://p.example/a/$1.html' } }";
  test.each([
    ['where the rule finds it', 'http://s.example/?code=NW2024', 'https://p.example/a/2024.html'],
    ['not where it does not', 'http://s.example/?code=2024', 'http://s.example/?code=2024'],
  ])('%s', (_name, href, original) => {
    expect(runStep(cutTail, closedBy(href), { config }).original).toBe(original);
  });

  test('but never into what is no web address', () => {
    const wrong = "broadsheet: { original: { match: '(.*)', address: 'javascript:$1' } }";
    expect(runStep(cutTail, closedBy('http://s.example/'), { config: wrong }).original).toBe('http://s.example/');
  });
});
