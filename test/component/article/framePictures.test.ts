import { expect, test } from 'vitest';
import { framePictures } from '#article/framePictures.ts';
import { sanitize } from '#article/sanitize.ts';

test.each([
  ['in a figure', '<figure><img src="a.png" alt="码头"></figure>', 'button', '码头'],
  ['in the text', '<p>从<img src="a.png" alt="码头">看去</p>', 'button', '码头'],
  ['without a text', '<p><img src="a.png"></p>', 'button', '图片'],
  ['with a larger original', '<a href="/b.png" data-b="original"><img src="a.png"></a>', 'a', '图片'],
  ['in the author’s link', '<a href="/harbour/"><b><img src="a.png"></b></a>', 'span', null],
  ['no larger than a sign', '<p><img src="a.png" width="20" height="20"></p>', 'span', null],
])('a picture %s gets its frame', (_name, html, name, label) => {
  const frame = frameIn(html);
  expect(frame.localName).toBe(name);
  const picture = frame.querySelector('img');
  expect(name === 'span' ? null : frame.getAttribute('aria-label') || picture?.alt).toBe(label);
});

test('a frame has the size of its picture', () => {
  const { style } = frameIn('<img src="a.png" width="640" height="480">');
  expect([style.getPropertyValue('--width'), style.getPropertyValue('--height')]).toEqual(['640', '480']);
});

test('a picture of unknown size leaves the size of its frame to the sheet', () => {
  expect(frameIn('<img src="a.png" width="640">').hasAttribute('style')).toBe(false);
});

test('a link to an original is its own frame, without another in it', () => {
  const frame = frameIn('<a href="/b.png" data-b="original"><img src="a.png" alt="码头"></a>');
  expect(frame.innerHTML).toMatch(/^<img [^>]*>$/);
});

function frameIn(html: string): HTMLElement {
  const frame = framePictures(sanitize(html), '图片').querySelector<HTMLElement>('.picture');
  if (!frame) throw new Error(`No frame came of ${html}`);
  return frame;
}
