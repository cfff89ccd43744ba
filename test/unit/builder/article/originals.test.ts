import { expect, test } from 'vitest';
import { linkOriginals } from '#builder/article/originals.ts';
import { runStep } from './drafts.ts';

const config = 'broadsheet: { pictures: { original: big }, images: [pictures.example] }';

test('a picture is linked to its larger one', () => {
  expect(runStep(linkOriginals, '<p><img src="a.png" big="https://pictures.example/b.png"></p>', { config }).html).toBe(
    '<p><a href="https://pictures.example/b.png" data-b="original"><img src="a.png" big="https://pictures.example/b.png"></a></p>',
  );
});

test.each([
  ['of another host', '<img src="a.png" big="https://beacon.invalid/b.png">'],
  ['that runs', '<img src="a.png" big="javascript:alert(1)">'],
  ['beside a link of its own', '<a href="/x"><img src="a.png" big="https://pictures.example/b.png"></a>'],
])('one %s is not', (_name, html) => {
  expect(runStep(linkOriginals, html, { config }).html).toBe(html);
});
