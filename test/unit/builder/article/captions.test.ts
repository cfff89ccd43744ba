import { expect, test } from 'vitest';
import { attachCaptions, describePictures } from '#builder/article/captions.ts';
import { runStep } from './drafts.ts';

const FIGURE = '<figure><img src="a.png" alt="码头"></figure>';

function captionOf(after: string): string | null {
  return /<figcaption>(.*)<\/figcaption>/.exec(runStep(attachCaptions, FIGURE + after).html)?.[1] ?? null;
}

test.each([
  ['a line that names the source', '<p>图片来源：港口快讯</p>', '图片来源：港口快讯'],
  ['a line that begins with 图', '<p>图：夜间作业</p>', '图：夜间作业'],
  ['a line that begins with 注', '<p>注:数据截至五月</p>', '注:数据截至五月'],
  ['a centred line', '<p style="color:red; TEXT-ALIGN : center">三号码头</p>', '三号码头'],
  ['a line centred the old way', '<p align="Center">三号码头</p>', '三号码头'],
  ['a line after blanks', '\n<!-- x --> <p>来源：<b>海湾日报</b></p>', '来源：<b>海湾日报</b>'],
  ['ordinary text', '<p>图为夜间作业的三号码头。</p>', null],
  ['ordinary text that names a source later', '<p>据消息来源：码头恢复夜航。</p>', null],
  ['a centred line with a picture', '<p align="center"><img src="b.png"></p>', null],
  ['a centred line after text', '<p>文</p><p align="center">三号码头</p>', null],
  ['a centred line after bare text', '文<p align="center">三号码头</p>', null],
  ['a centred heading', '<h2 align="center">三号码头</h2>', null],
  ['text aligned by something else', '<p style="x-text-align:center">三号码头</p>', null],
  ['nothing', '', null],
])('%s after a picture is its caption, or not', (_name, after, caption) => {
  expect(captionOf(after)).toBe(caption);
});

test('a caption leaves the running text', () => {
  expect(runStep(attachCaptions, `${FIGURE}<p>图：夜间作业</p><p>正文</p>`).html).toBe(
    '<figure><img src="a.png" alt="码头"><figcaption>图：夜间作业</figcaption></figure><p>正文</p>',
  );
});

test('a figure has one caption at most', () => {
  const own = '<figure><img src="a.png" alt="码头"><figcaption>码头</figcaption></figure><p>图：夜间作业</p>';
  expect(runStep(attachCaptions, own).html).toBe(own);
  expect(runStep(attachCaptions, `${FIGURE}<p>图：一</p><p>图：二</p>`).html).toMatch(
    /图：一<\/figcaption><\/figure><p>图：二/,
  );
});

test.each([
  ['without alternative text', '<img src="a.png">', '图：码头 夜'],
  ['with an empty one', '<img src="a.png" alt=" ">', '图：码头 夜'],
  ['with one that says nothing', '<img src="a.png" alt="IMAGE">', '图：码头 夜'],
  ['with its own', '<img src="a.png" alt="港">', '港'],
])('a picture %s', (_name, picture, alt) => {
  const config = 'broadsheet: { pictures: { emptyAlt: [Image] } }';
  const html = `<figure>${picture}<figcaption>图：<b>码头</b> 夜</figcaption></figure>`;
  expect(runStep(describePictures, html, { config }).html).toContain(`alt="${alt}"`);
});

test('a picture among words loses a text that says nothing', () => {
  const config = 'broadsheet: { pictures: { emptyAlt: [Image] } }';
  expect(runStep(describePictures, '<p>文<img src="a.png" alt="image">字</p>', { config }).html).toBe(
    '<p>文<img src="a.png">字</p>',
  );
});

test.each([
  ['a title', '<img src="a.png" title="夜航">', '', '夜航'],
  ['a wholly emphasised paragraph', '<img src="a.png">', '<p><em>夜航</em></p>', '<em>夜航</em>'],
  ['a paragraph rather than the title', '<img src="a.png" title="夜航">', '<p>图：码头</p>', '图：码头'],
])('%s is a caption', (_name, picture, after, caption) => {
  const { html } = runStep(attachCaptions, `<figure>${picture}</figure>${after}`);
  expect(html).toContain(`<figcaption>${caption}</figcaption>`);
});

test('what follows a gallery belongs to its last picture', () => {
  const html = `<div data-b="gallery">${FIGURE}${FIGURE}</div><p>图：码头</p>`;
  const last = FIGURE.replace('</figure>', '<figcaption>图：码头</figcaption></figure>');
  expect(runStep(attachCaptions, html).html).toBe(`<div data-b="gallery">${FIGURE}${last}</div>`);
});
