import { expect, test } from 'vitest';
import { ruleFor } from '#worker/cacheRules.ts';

const SITE = {
  scope: 'https://news.example/paper/',
  shell: new Set(['broadsheet/shell-5c6d/', 'icon.svg', 'broadsheet/main-1a2b.js']),
  page: 'broadsheet/shell-5c6d/',
  pictures: new Set(['https://pictures.example/kept.jpg', 'https://news.example/paper/pictures/kept.jpg']),
};
const HASH = `ab${'0'.repeat(62)}`;

type Asked = Partial<Pick<Request, 'method' | 'mode' | 'cache' | 'destination'>> & {
  readonly headers?: Record<string, string>;
};

function kindOf(path: string, asked: Asked = {}, pictures: ReadonlySet<string> | null = SITE.pictures): string {
  const { method = 'GET', mode = 'cors', cache = 'default', destination = '', headers = {} } = asked;
  const url = new URL(path, SITE.scope).href;
  const site = { ...SITE, pictures };
  return ruleFor({ url, method, mode, cache, destination, headers: new Headers(headers) }, site)?.kind ?? 'none';
}

test.each([
  ['home', ''],
  ['home by its file', 'index.html'],
  ['an article', 'harbour/2024/05/31/tide.html'],
  ['an article without ending', 'harbour/2024/05/31/tide'],
  ['a Chinese address with a question', 'category/%E6%B8%AF%E5%8F%A3/?from=2024-05'],
  ['a version in an address', '2024/05/31/release-1.2/'],
])('%s opens with the page', (_name, path) => {
  const asked = { method: 'GET', mode: 'navigate', cache: 'default', destination: 'document' } as const;
  expect(ruleFor({ ...asked, headers: new Headers(), url: SITE.scope + path }, SITE)).toEqual({
    kind: 'shell',
    path: SITE.page,
  });
});

test.each([
  ['a script of this release', 'broadsheet/main-1a2b.js', 'shell'],
  ['a script of another release', 'broadsheet/main-3c4d.js', 'old'],
  ['the manifest', 'data/manifest.json', 'data'],
  ['the front page', 'data/front.json', 'data'],
  ['a directory', 'data/sources.json', 'data'],
  ['a calendar', 'data/calendar/2024.json', 'data'],
  ['a stream', 'data/streams/tag/~0123456789abcdef/head.json', 'data'],
  ['a period', 'data/streams/all/2024-05-30T09~a.json', 'data'],
  ['a day', 'data/days/2024/05/30.json', 'data'],
  ['a part of a day', 'data/days/2024/05/30/a.json', 'data'],
  ['links', 'data/links/ab.json', 'data'],
  ['a chunk', `data/posts/ab/${HASH}`, 'chunk'],
])('%s has a rule', (_name, path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

test.each([
  ['a chunk in the wrong folder', `data/posts/cd/${HASH}`, {}],
  ['a data file of a kind unknown here', 'data/search/ab', {}],
  ['a picture', 'pictures/pier.jpg', {}],
  ['the worker', 'sw.js', {}],
  ['another host', 'https://pictures.example/pier.jpg', {}],
  ['another site of the same host', 'https://news.example/blog/', { mode: 'navigate' }],
  ['a data file opened as a page', 'data/manifest.json', { mode: 'navigate' }],
  ['a picture opened as a page', 'pictures/pier.jpg', { mode: 'navigate' }],
  ['a feed opened as a page', 'feed.xml', { mode: 'navigate' }],
  ['a part of a file', 'icon.svg', { headers: { range: 'bytes=0-9' } }],
  ['what the page takes along by itself', 'data/manifest.json', { cache: 'no-store' }],
  ['what is not read', 'data/manifest.json', { method: 'POST' }],
] as const)('%s is left to the browser', (_name, path, asked) => {
  expect(kindOf(path, asked)).toBe('none');
});

const IMAGE = { mode: 'no-cors', destination: 'image' } as const;

test.each([
  ['a kept picture of another host', 'https://pictures.example/kept.jpg', IMAGE, 'picture'],
  ['one with a name in it', 'https://pictures.example/kept.jpg#top', IMAGE, 'picture'],
  ['a kept picture of this site', 'pictures/kept.jpg', IMAGE, 'picture'],
  ['a picture that is not kept', 'https://pictures.example/other.jpg', IMAGE, 'none'],
  ['a kept picture as data', 'https://pictures.example/kept.jpg', { destination: '' }, 'none'],
  [
    'a part of a kept picture',
    'https://pictures.example/kept.jpg',
    { ...IMAGE, headers: { range: 'bytes=0-' } },
    'none',
  ],
  ['a picture of the shell', 'icon.svg', IMAGE, 'shell'],
] as const)('%s has its rule', (_name, path, asked, kind) => {
  expect(kindOf(path, asked)).toBe(kind);
});

test('any picture may be kept while nobody knows, and nothing else', () => {
  expect(kindOf('https://pictures.example/other.jpg', IMAGE, null)).toBe('picture');
  expect(kindOf('https://pictures.example/other.jpg', { destination: 'video' }, null)).toBe('none');
  expect(kindOf('data:image/png;base64,', IMAGE, null)).toBe('none');
});
