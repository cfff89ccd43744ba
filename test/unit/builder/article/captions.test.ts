import { expect, test } from 'vitest';
import { attachCaptions } from '#builder/article/captions.ts';
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
  ['without alternative text', '<img src="a.png">', '<img src="a.png" alt="图：码头 夜">'],
  ['with an empty one', '<img src="a.png" alt=" ">', '<img src="a.png" alt="图：码头 夜">'],
  ['with its own', '<img src="a.png" alt="港">', '<img src="a.png" alt="港">'],
])('a picture %s', (_name, picture, expected) => {
  expect(runStep(attachCaptions, `<figure>${picture}</figure><p>图：<b>码头</b> 夜</p>`).html).toContain(expected);
});
