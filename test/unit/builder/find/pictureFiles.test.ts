import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureFiles } from '#builder/find/pictureFiles.ts';
import { siteOf } from '../sites.ts';

const GIF = Buffer.from('4749463839610600040080000000000000000021f90401000000002c00000000060004000002', 'hex');

function sizes(files: Readonly<Record<string, Buffer>>) {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const published = Object.keys(files).filter((name) => name !== 'hidden.gif');
  return pictureFiles(folder, [...published, 'missing.gif'], siteOf('baseurl: /news'));
}

test.each([
  ['a picture', '/news/a.gif', { width: 6, height: 4 }],
  ['a picture with a query', '/news/a.gif?v=2#x', { width: 6, height: 4 }],
  ['a name that is encoded', '/news/%E6%BD%AE.gif', { width: 6, height: 4 }],
  ['a broken picture', '/news/broken.gif', null],
  ['an empty file', '/news/empty.png', null],
  ['a missing file', '/news/missing.gif', null],
  ['a file that is not published', '/news/hidden.gif', null],
  ['a path out of the folder', '/news/../a.gif', null],
  ['a broken address', '/news/%E6%.gif', null],
  ['another place on the host', '/a.gif', null],
  ['another host', 'https://pictures.example/a.gif', null],
])('%s has its size, or none', (_name, src, size) => {
  const files = {
    'a.gif': GIF,
    '潮.gif': GIF,
    'hidden.gif': GIF,
    'broken.gif': Buffer.from('GIF'),
    'empty.png': Buffer.alloc(0),
  };
  expect(sizes(files)(src)).toEqual(size);
});
