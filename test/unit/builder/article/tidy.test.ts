import { expect, test } from 'vitest';
import { tidyText } from '#builder/article/tidy.ts';
import { runStep } from './drafts.ts';

test.each([
  ['a full-width indent goes', '<p>\u3000\u3000正文</p>', '<p>正文</p>'],
  ['a blank inside stays', '<p>前\u3000后</p>', '<p>前\u3000后</p>'],
  ['a break at the end goes', '<p>正文<br>\n<br></p>', '<p>正文</p>'],
  ['a break inside stays', '<p>前<br>后</p>', '<p>前<br>后</p>'],
  ['a blank at the end stays', '<li>前 </li>', '<li>前 </li>'],
  ['an empty paragraph goes', '<p>前</p><p> \u3000<br></p><p>后</p>', '<p>前</p><p>后</p>'],
  ['a paragraph with a picture stays', '<p><img src="a.png"></p>', '<p><img src="a.png"></p>'],
  ['center is a block', '<center>文</center>', '<div>文</div>'],
  ['headings begin below the page’s', '<h1>一</h1><h2>二</h2><h6>六</h6>', '<h2>一</h2><h3>二</h3><h6>六</h6>'],
  ['headings that do already stay', '<h2>二</h2><h3>三</h3>', '<h2>二</h2><h3>三</h3>'],
  ['a span without meaning goes', '<p><span id=""></span><span style="x">文</span></p>', '<p>文</p>'],
  ['a span with a language stays', '<p><span lang="en">tide</span></p>', '<p><span lang="en">tide</span></p>'],
  ['a paragraph of an empty span goes', '<p><span> </span></p>', ''],
  ['blanks between blocks go', ' <p>一</p>\r\n <p>二</p>\n', '<p>一</p><p>二</p>'],
  ['blanks between words stay', '<b>一</b> <b>二</b> <p>三</p>', '<b>一</b> <b>二</b><p>三</p>'],
  [
    'a cell keeps how it is aligned',
    '<table><tbody><tr><td style="text-align:Right">1</td></tr></tbody></table>',
    '<table><tbody><tr><td style="text-align:Right" align="right">1</td></tr></tbody></table>',
  ],
  ['a link in a link is unwrapped', '<a href="/x"><span><a href="/y">文</a></span></a>', '<a href="/x">文</a>'],
])('%s', (_name, html, tidy) => {
  expect(runStep(tidyText, html).html).toBe(tidy);
});
