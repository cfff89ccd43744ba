import { expect, test } from 'vitest';
import { loadMessages } from '#messages/messages.ts';
import { shortTime } from '#messages/shortTime.ts';

test.each([
  ['2024-05-31T06:30', '06:30', '06:30'],
  ['2024-05-31', '今天', 'Today'],
  ['2024-05-30T22:10', '昨天', 'Yesterday'],
  ['2024-02-01T08:00', '2/1', '2/1'],
  ['2023-12-09', '2023/12/9', '12/9/2023'],
])('%s', async (time, inChinese, inEnglish) => {
  expect(shortTime(time, '2024-05-31', await loadMessages('zh-Hans'))).toBe(inChinese);
  expect(shortTime(time, '2024-05-31', await loadMessages('en'))).toBe(inEnglish);
});
