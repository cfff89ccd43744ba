import { expect, test } from 'vitest';
import { addLead } from '#builder/article/leadPicture.ts';
import { runStep } from './drafts.ts';

const config = 'url: https://news.example\nbaseurl: /news\nbroadsheet: { images: [pictures.example] }';

test.each([
  ['a path', { image: '/a.jpg' }, '<figure><img src="/news/a.jpg"></figure>'],
  ['a path under the base', { image: '/news/a.jpg' }, '<figure><img src="/news/a.jpg"></figure>'],
  [
    'a path from the root',
    { image: 'img/a.jpg', image_alt: '港' },
    '<figure><img src="/news/img/a.jpg" alt="港"></figure>',
  ],
  [
    'an address',
    { image: 'https://pictures.example/a.jpg' },
    '<figure><img src="https://pictures.example/a.jpg"></figure>',
  ],
  [
    'a map',
    { image: '{ path: /a.jpg, alt: 港, caption: 夜航, width: 6, height: 4 }' },
    '<figure><img src="/news/a.jpg" alt="港" width="6" height="4"><figcaption>夜航</figcaption></figure>',
  ],
  [
    'a caption in HTML',
    { image: '/a.jpg', image_figcaption: '\'By <a href="/x" data-b="embed">Mei</a>\'', image_accessibility: 'Pier' },
    '<figure><img src="/news/a.jpg" alt="Pier"><figcaption>By <a href="/x">Mei</a></figcaption></figure>',
  ],
])('front matter names a picture by %s', (_name, fields, figure) => {
  const { html, lead } = runStep(addLead, '<p>文</p>', { config, fields });
  expect(html).toBe(`${figure}<p>文</p>`);
  expect(lead?.name).toBe('img');
});

test('a picture of the text is the lead and stays where it is', () => {
  const html = '<p>文</p><figure><img src="https://news.example/news/a.jpg"></figure>';
  const draft = runStep(addLead, html, { config, fields: { image: '/a.jpg' } });
  expect(draft.html).toBe(html);
  expect(draft.lead).toBeDefined();
});

test.each([
  ['of another host', { image: 'https://beacon.invalid/a.jpg' }],
  ['that runs', { image: '"javascript:alert(1)"' }],
  ['of no address', { image: 'https://[/' }],
])('a picture %s is none', (_name, fields) => {
  expect(runStep(addLead, '<p>文</p>', { config, fields })).toEqual({ html: '<p>文</p>' });
});

test('a caption in front matter brings nothing in that a text may not', () => {
  const caption =
    '<math><mtext><p id="a-x">one</p></mtext></math><b style="display:none">two</b><script>three</script>' +
    '<a href="#x">four</a><i id="x" data-b="gallery">five</i>';
  const { html } = runStep(addLead, '', { config, fields: { image: '/a.jpg', image_caption: `'${caption}'` } });
  expect(html).toContain('<figcaption><a href="#a-x">four</a><i>five</i></figcaption>');
});
