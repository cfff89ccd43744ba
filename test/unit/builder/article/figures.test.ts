import { expect, test } from 'vitest';
import { wrapFigures } from '#builder/article/figures.ts';
import { runStep } from './drafts.ts';

test.each([
  ['a picture alone in its paragraph', '<p><img src="a.png"></p>', '<figure><img src="a.png"></figure>'],
  ['a linked one', '<p><a href="a"><img src="a.png"></a></p>', '<figure><a href="a"><img src="a.png"></a></figure>'],
  ['one between blanks and breaks', '<p> <img src="a.png"><br>\u3000</p>', '<figure><img src="a.png"></figure>'],
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
  ['a figure', '<figure><img src="a.png"><figcaption>图</figcaption></figure>'],
  ['a figure of something else', '<figure><pre>x</pre><figcaption>图</figcaption></figure>'],
  ['a picture at the start of a line of words', '<p>一<br><img src="a.png">二</p>'],
  ['emphasis without a picture', '<p>一<br><em>二</em></p>'],
  ['a picture in a link with words', '<p><a href="a"><img src="a.png">详情</a></p>'],
  ['text without pictures', '<p>文</p>'],
])('%s stays as it is', (_name, html) => {
  expect(runStep(wrapFigures, html).html).toBe(html);
});

const [A, B] = ['<figure><img src="a.png"></figure>', '<figure><img src="b.png"></figure>'];
const GALLERY = `<div data-b="gallery">${A}${B}</div>`;

test.each([
  ['one paragraph', '<p><img src="a.png"> <img src="b.png"></p>'],
  ['one paragraph, a line each', '<p><img src="a.png"><br>\n<img src="b.png"></p>'],
  ['one block', '<div><p><img src="a.png"></p>\n<p><img src="b.png"></p></div>'],
  ['one figure', '<figure><img src="a.png"><img src="b.png"></figure>'],
  ['a figure of figures', `<figure>${A}${B}</figure>`],
  ['a list', '<ul>\n<li><img src="a.png"></li> <li><p><img src="b.png"></p></li></ul>'],
  ['a list in a figure', `<figure><ul><li>${A}</li><li>${B}</li></ul></figure>`],
])('pictures that share %s are a gallery', (_name, html) => {
  expect(runStep(wrapFigures, html).html).toBe(GALLERY);
});

test.each([
  ['blocks that follow each other', '<div><img src="a.png"></div><div><img src="b.png"></div>', A + B],
  ['bare pictures', '<img src="a.png"><img src="b.png">', A + B],
  ['the last line of a paragraph', '<p>一<br>二<br><img src="a.png"></p>', `<p>一<br>二</p>${A}`],
  [
    'a line between words',
    '<p class="x">一<br><img src="a.png"><br>二</p>',
    `<p class="x">一</p>${A}<p class="x">二</p>`,
  ],
  [
    'wrapped pictures',
    '<p><span><strong><img src="a.png"></strong></span></p>',
    A.replace(/<img.*?>/, '<span><strong>$&</strong></span>'),
  ],
  ['a block with other text', '<div><img src="a.png"><p>文</p></div>', `<div>${A}<p>文</p></div>`],
])('figures come of %s', (_name, html, expected) => {
  expect(runStep(wrapFigures, html).html).toBe(expected);
});

test.each([
  ['on the next line of the text', '<p><img src="a.png">\n<em>潮<b>信</b></em></p>'],
  ['after a break', '<p><img src="a.png"><br><em>潮<b>信</b></em></p>'],
  ['that is small', '<p><img src="a.png"><br><small><i>潮<b>信</b></i></small></p>'],
  ['of the author’s figure', '<figure><p><img src="a.png"></p><figcaption>潮<b>信</b></figcaption></figure>'],
])('an emphasised line %s is the caption', (_name, html) => {
  const [caption] = /<figcaption>.*<\/figcaption>/.exec(runStep(wrapFigures, html).html) ?? [];
  expect(caption?.replace(/<\/?i>/g, '')).toBe('<figcaption>潮<b>信</b></figcaption>');
});

test('the caption of a gallery belongs to its last picture', () => {
  const html = '<figure><img src="a.png"><img src="b.png"><figcaption>两处码头</figcaption></figure>';
  expect(runStep(wrapFigures, html).html).toBe(
    GALLERY.replace('</figure></div>', '<figcaption>两处码头</figcaption></figure></div>'),
  );
});

test.each([
  ['a paragraph', '<p id="a-1"><img src="a.png"></p>', '<figure id="a-1"><img src="a.png"></figure>'],
  ['a figure', '<figure id="a-1"><img src="a.png"></figure>', '<figure id="a-1"><img src="a.png"></figure>'],
  [
    'a block of two',
    '<div id="a-1" lang="en"><img src="a.png"><img src="b.png"></div>',
    '<div data-b="gallery"><figure id="a-1" lang="en"><img src="a.png"></figure><figure><img src="b.png"></figure></div>',
  ],
  [
    'words around a picture',
    '<p id="a-1">文<br><img src="a.png"><br>字</p>',
    '<p id="a-1">文</p><figure><img src="a.png"></figure><p>字</p>',
  ],
])('what linked to %s finds its figure', (_name, html, expected) => {
  expect(runStep(wrapFigures, html).html.replaceAll('<br>', '')).toBe(expected);
});
