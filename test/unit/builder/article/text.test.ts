import { expect, test } from 'vitest';
import { takeText } from '#builder/article/text.ts';
import { runStep } from './drafts.ts';

test.each([
  ['paragraphs are lines', '<p>一</p><p>二 <b>三</b>四</p>', '一\n二 三四'],
  ['breaks too', '<h2>一<br>二</h2>', '一\n二'],
  ['so are cells and points', '<table><tr><td>1</td><td>2</td></tr></table><ul><li>三</li></ul>', '1\n2\n三'],
  ['blanks are one', '<p> 一\u3000\r\n  二&nbsp;三 </p>', '一 二 三'],
  ['captions of pictures belong to it', '<figure><img alt="x"><figcaption>潮</figcaption></figure>', '潮'],
  ['disclaimers do not', '<p>一</p><p data-b="disclaimer">声明：</p>', '一'],
])('%s', (_name, html, text) => {
  expect(runStep(takeText, html).text).toBe(text);
});

test('the digest stands before, captions without pictures behind, numbers nowhere', () => {
  const captions = [{ mark: '①', text: '收割船离港' }];
  expect(runStep(takeText, '<p>二</p>', { digest: '一', captions }).text).toBe('一\n二\n收割船离港');
});
