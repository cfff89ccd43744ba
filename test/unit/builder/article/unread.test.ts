import { expect, test } from 'vitest';
import { dropUnread } from '#builder/article/unread.ts';
import { runStep } from './drafts.ts';

test.each([
  ['a style', '<style>p { color: red }</style>'],
  ['a script', '<script>var tide = 1;</script>'],
  ['what stands in for a picture show', '<noscript><p>请打开脚本</p></noscript>'],
  ['a drawing', '<svg><text>涨</text></svg>'],
  ['a form’s field', '<select><option>甲</option></select>'],
])('%s is dropped with what it holds', (_name, html) => {
  expect(runStep(dropUnread, `${html}<p>文${html}</p>`).html).toBe('<p>文</p>');
});
