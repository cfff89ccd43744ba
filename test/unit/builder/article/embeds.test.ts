import { expect, test } from 'vitest';
import { replaceEmbeds } from '#builder/article/embeds.ts';
import { runStep } from './drafts.ts';

test.each([
  [
    'a frame',
    '<iframe src="https://video.example/v/1?autoplay=1"></iframe>',
    'https://video.example/v/1?autoplay=1',
    'video.example/v/1',
  ],
  [
    'an address without scheme',
    '<iframe src="//video.example/v/1"></iframe>',
    '//video.example/v/1',
    'video.example/v/1',
  ],
  [
    'a film with sources',
    '<video><source src="https://v.example/a.mp4"></video>',
    'https://v.example/a.mp4',
    'v.example/a.mp4',
  ],
  ['an object', '<object data="https://v.example/a"></object>', 'https://v.example/a', 'v.example/a'],
  [
    'a long address',
    `<embed src="https://v.example/${'x'.repeat(70)}">`,
    `https://v.example/${'x'.repeat(70)}`,
    `v.example/${'x'.repeat(50)}…`,
  ],
])('%s becomes a link in a paragraph', (_name, html, href, text) => {
  expect(runStep(replaceEmbeds, html).html).toBe(`<p><a href="${href}" data-b="embed">${text}</a></p>`);
});

test('inside a paragraph it becomes a link', () => {
  expect(runStep(replaceEmbeds, '<p>看<iframe src="https://v.example/1"></iframe></p>').html).toBe(
    '<p>看<a href="https://v.example/1" data-b="embed">v.example/1</a></p>',
  );
});

test.each([
  ['an embed without address', '<iframe></iframe>'],
  ['an embed that runs', '<iframe src="javascript:alert(1)"></iframe>'],
  ['an embed of the site itself', '<audio src="/sound.mp3"></audio>'],
])('%s is left for the serializer to drop', (_name, html) => {
  expect(runStep(replaceEmbeds, html).html).toBe(html);
});
