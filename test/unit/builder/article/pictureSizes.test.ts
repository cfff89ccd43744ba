import { expect, test } from 'vitest';
import { pixelsOf, sizePictures } from '#builder/article/pictureSizes.ts';
import { runStep } from './drafts.ts';

const config = String.raw`broadsheet: { pictures: { size: '_w(\d+)h(\d+)' } }`;

test.each([
  [
    'the address, over a lone width',
    'src="/a_w800h555.jpg" width="552"',
    'src="/a_w800h555.jpg" width="800" height="555"',
  ],
  ['both attributes', 'src="/a.jpg" width="640px" height=" 400 "', 'src="/a.jpg" width="640" height="400"'],
  [
    'the style',
    'src="/a.jpg" style="border:0;Width: 640px;height:400.4px"',
    'src="/a.jpg" style="border:0;Width: 640px;height:400.4px" width="640" height="400"',
  ],
  ['nothing by halves', 'src="/a.jpg" width="640"', 'src="/a.jpg"'],
  ['nothing that no picture has', 'src="/a.jpg" width="2" height="640"', 'src="/a.jpg"'],
  ['nothing of six digits', 'src="/a.jpg" width="99999.9" height="99999"', 'src="/a.jpg"'],
  ['nothing in parts of the screen', 'src="/a.jpg" width="100%" height="400"', 'src="/a.jpg"'],
])('a picture takes its size from %s', (_name, given, expected) => {
  expect(runStep(sizePictures, `<img ${given}>`, { config }).html).toBe(`<img ${expected}>`);
});

const sizeByFile: typeof sizePictures = (draft, site) =>
  sizePictures({ ...draft, sizeOf: (src) => (src === '/a.jpg' ? { width: 6, height: 4 } : null) }, site);

test('the file tells the size when nothing else does', () => {
  expect(runStep(sizeByFile, '<img src="/a.jpg" width="9"><img src="/b.jpg">').html).toBe(
    '<img src="/a.jpg" width="6" height="4"><img src="/b.jpg">',
  );
});

test.each([
  ['640', 640],
  [' 639.5px ', 640],
  ['0', null],
  ['50%', null],
  ['auto', null],
  ['123456', null],
  [undefined, null],
])('%s is %s pixels', (text, pixels) => {
  expect(pixelsOf(text)).toBe(pixels);
});
