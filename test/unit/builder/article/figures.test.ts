import { expect, test } from 'vitest';
import { wrapFigures } from '#builder/article/figures.ts';
import { runStep } from './drafts.ts';

test.each([
  ['a picture alone in its paragraph', '<p><img src="a.png"></p>', '<figure><img src="a.png"></figure>'],
  ['a linked one', '<p><a href="a"><img src="a.png"></a></p>', '<figure><a href="a"><img src="a.png"></a></figure>'],
  ['one between blanks and breaks', '<p> <img src="a.png"><br>\u3000</p>', '<figure><img src="a.png"></figure>'],
  [
    'two in one paragraph',
    '<p><img src="a.png"> <img src="b.png"></p>',
    '<figure><img src="a.png"></figure><figure><img src="b.png"></figure>',
  ],
  ['one in a block', '<div><img src="a.png"></div>', '<figure><img src="a.png"></figure>'],
  ['one outside any block', '<img src="a.png"><p>文</p>', '<figure><img src="a.png"></figure><p>文</p>'],
  [
    'a linked one outside any block',
    '<a href="a"><img src="a.png"></a>',
    '<figure><a href="a"><img src="a.png"></a></figure>',
  ],
])('%s becomes a figure', (_name, html, figure) => {
  expect(runStep(wrapFigures, html).html).toBe(figure);
});

test.each([
  ['a picture among words', '<p>这是<img src="a.png">标志</p>'],
  ['a picture in a table', '<table><tbody><tr><td><img src="a.png"></td></tr></tbody></table>'],
  ['a picture in a list', '<ul><li><img src="a.png"></li></ul>'],
  ['a figure', '<figure><p><img src="a.png"></p><figcaption>图</figcaption></figure>'],
  ['a picture in a link with words', '<p><a href="a"><img src="a.png">详情</a></p>'],
  ['text without pictures', '<p>文</p>'],
])('%s stays as it is', (_name, html) => {
  expect(runStep(wrapFigures, html).html).toBe(html);
});
