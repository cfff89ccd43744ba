import { expect, test } from 'vitest';
import { staticFiles } from '#builder/files/staticFiles.ts';
import { Report } from '#builder/report.ts';
import { makeFolder } from '../folders.ts';

function copied(
  path: string,
  content: string | Buffer,
  owned: readonly string[] = [],
  hostPaths: readonly string[] = [],
) {
  const report = new Report();
  const files = [
    ...staticFiles(makeFolder({ [path]: content }), [path], {
      isOwned: (folded) => owned.includes(folded),
      hostPaths,
      feedPlaces: [],
      report,
    }),
  ];
  return {
    paths: files.filter(({ bytes }) => bytes !== null).map((file) => file.path),
    leftOut: report.leftOut.map(({ file, found }) => `${file}: ${found}`),
  };
}

test.each([
  ['a picture', 'pictures/pier.jpg', Buffer.from([0xff, 0xd8, 0xff])],
  ['a drawing', 'pier.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'],
  ['a text', 'tides.csv', 'a,b\n'],
  ['a file with a Chinese name', '图/潮汐.png', 'x'],
  ['a picture that begins with dashes', 'x.png', '--- '],
  ['a robots.txt', 'robots.txt', 'User-agent: *\n'],
])('%s goes along', (_name, path, content) => {
  expect(copied(path, content)).toEqual({ paths: [path], leftOut: [] });
});

test.each([
  ['a page', 'about.md', '---\ntitle: x\n---\n'],
  ['a page with a byte order mark', 'about.md', '\uFEFF---\r\ntitle: x\n'],
  ['HTML', 'about.html', '<p>'],
  ['HTML by another name', 'about.XHTM', '<p>'],
  ['a drawing with script', 'a.svg', '<svg><SCRIPT>__hit()</SCRIPT></svg>'],
  ['a drawing with a handler', 'a.svg', '<svg onload="__hit()"/>'],
  ['a drawing with a link that runs', 'a.svg', '<svg><a href="javascript:__hit()"/></svg>'],
  ['a drawing with HTML inside', 'a.svg', '<svg><foreignObject/></svg>'],
  ['a drawing with entities', 'a.SVG', '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>'],
  ['a packed drawing', 'a.svgz', 'x'],
  ['a file at an address of the reader', 'broadsheet/main.js', 'x'],
  ['the reader’s data', 'data/manifest.json', '{}'],
  ['the reader’s worker', 'sw.js', 'x'],
  ['a feed', 'feed.xml', '<feed/>'],
  ['a part of a sitemap', 'sitemap-2021.xml', '<urlset/>'],
  ['a file where a tag’s feed needs a folder', 'tag/夜航', 'x'],
])('%s stays behind and is named', (_name, path, content) => {
  const { paths, leftOut } = copied(path, content);
  expect(paths).toEqual([]);
  expect(leftOut).toEqual([expect.stringMatching(`^${path}: `)]);
});

test('a file at the address of a post stays behind', () => {
  expect(copied('2024/tide', 'x', ['/2024/tide']).paths).toEqual([]);
});

test('a file that is written for the host stays behind', () => {
  expect(copied('vercel.json', '{}', [], ['vercel.json']).paths).toEqual([]);
  expect(copied('vercel.json', '{}').paths).toEqual(['vercel.json']);
});

test('a file that cannot be read is a problem and stops no other', () => {
  const report = new Report();
  const files = staticFiles(makeFolder({ 'a.png': 'x' }), ['gone.png', 'a.png'], {
    isOwned: () => false,
    hostPaths: [],
    feedPlaces: [],
    report,
  });
  expect([...files].map(({ path }) => path)).toEqual(['a.png']);
  expect(report.problems).toEqual([expect.objectContaining({ file: 'gone.png' })]);
});
