import { expect, test } from 'vitest';
import { listLoneCaptions } from '#builder/article/numberedCaptions.ts';
import { runStep } from './drafts.ts';

const RUN = '<p>①首批机组</p> <p>② 检查电缆</p>';
const LONE = [
  { mark: '①', text: '首批机组' },
  { mark: '②', text: '检查电缆' },
];

test('numbered captions that close a post without pictures leave its text', () => {
  expect(runStep(listLoneCaptions, `<p>正文</p>${RUN}\n`)).toEqual({ html: '<p>正文</p> \n', captions: LONE });
});

test.each([
  ['one alone', '<p>正文</p><p>①首批机组</p>'],
  ['a gap', '<p>正文</p><p>①首批</p><p>③检查</p>'],
  ['a run that does not begin with ①', '<p>正文</p><p>②首批</p><p>③检查</p>'],
  ['a run that text follows', `${RUN}<p>下文</p>`],
  ['marks without words', '<p>①</p><p>②</p>'],
  ['headings', '<h2>①首批</h2><h2>②检查</h2>'],
])('%s is running text', (_name, html) => {
  expect(runStep(listLoneCaptions, html)).toEqual({ html });
});

test('with pictures enough, caption n goes to picture n', () => {
  const html = `<figure><img src="a.png"></figure><p>正文</p><figure><img src="b.png"></figure>${RUN}`;
  const draft = runStep(listLoneCaptions, html);
  expect(draft).not.toHaveProperty('captions');
  expect(draft.html.trim()).toBe(
    '<figure><img src="a.png"><figcaption>首批机组</figcaption></figure><p>正文</p>' +
      '<figure><img src="b.png"><figcaption>检查电缆</figcaption></figure>',
  );
});

test('captions beyond the pictures are a list', () => {
  const draft = runStep(listLoneCaptions, `<figure><img src="a.png"></figure>${RUN}`);
  expect(draft.html.trim()).toBe('<figure><img src="a.png"><figcaption>首批机组</figcaption></figure>');
  expect(draft.captions).toEqual([{ mark: '②', text: '检查电缆' }]);
});

test('a picture with a caption takes the numbered one as a further line', () => {
  const html = `<figure><img src="a.png"><figcaption>码头</figcaption></figure><p><b>①</b>首批</p><p>②检查</p>`;
  expect(runStep(listLoneCaptions, html).html).toContain('<figcaption>码头<br><b></b>首批</figcaption>');
});

test('captions go to ⑳', () => {
  const marks = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];
  const html = marks.map((mark) => `<p>${mark}图</p>`).join('');
  expect(runStep(listLoneCaptions, html).captions?.map(({ mark }) => mark)).toEqual(marks);
});

test('a disclaimer after numbered captions does not hide them', () => {
  const note = '<p>(声明：本文不构成投资建议。)</p>';
  const draft = runStep(listLoneCaptions, `<p>正文</p>${RUN}${note}`);
  expect(draft.captions).toEqual(LONE);
  expect(draft.html).toBe(`<p>正文</p> ${note}`);
});
