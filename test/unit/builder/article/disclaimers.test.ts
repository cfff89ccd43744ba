import { expect, test } from 'vitest';
import { markDisclaimers } from '#builder/article/disclaimers.ts';
import { runStep } from './drafts.ts';

const TEXT = '<p>码头今晚恢复夜航。</p>';

test.each([
  '（声明：本文仅供参考。）',
  '(声明：本文仅供参考。)',
  '免责声明：本文仅供参考。',
  '【免责声明】本文仅供参考。',
  '风险提示：雾天航行有风险。',
  '（本文不构成投资建议，据此操作风险自担）',
  '以上内容仅供参考，不构成任何投资建议。',
  'Disclaimer: for information only.',
])('%s closes a text as a disclaimer', (words) => {
  expect(runStep(markDisclaimers, `${TEXT}<p>${words}</p>`).html).toBe(`${TEXT}<p data-b="disclaimer">${words}</p>`);
});

test.each([
  ['a declaration in the text', `<p>声明：本文仅供参考。</p>${TEXT}`],
  ['one who declares', `${TEXT}<p>公司声明称，航线不变。</p>`],
  ['a text of nothing else', '<p>声明：航线不变。</p>'],
  ['a heading', `${TEXT}<h2>风险提示：</h2>`],
  ['no text', ''],
])('%s is none', (_name, html) => {
  expect(runStep(markDisclaimers, html).html).toBe(html);
});

test('several together all are', () => {
  const html = `${TEXT}<p>风险提示：有雾。</p> <p>（声明：仅供参考）</p>`;
  expect(runStep(markDisclaimers, html).html.match(/data-b/g)).toHaveLength(2);
});
