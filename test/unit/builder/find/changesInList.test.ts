import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changesInList } from '#builder/find/changesInList.ts';
import { makeFolder } from '../folders.ts';

const FOLDER = makeFolder({ '_posts/a.md': '', '_posts/old/b.md': '', '_posts/old/c.md': '', '潮.png': '' });

function pathsIn(text: string): readonly string[] {
  return changesInList(text, FOLDER).paths;
}

test.each([
  ['a name a line', '_posts/a.md\n_posts/gone.md\n', ['_posts/a.md', '_posts/gone.md']],
  ['lines as Windows ends them', '_posts/a.md\r\n潮.png\r\n', ['_posts/a.md', '潮.png']],
  ['names parted by NUL, with line breaks in them', '_posts/a.md\0two\nlines.png\0', ['_posts/a.md', 'two\nlines.png']],
  ['names with a detour', './_posts/a.md\n_posts/../潮.png\n', ['_posts/a.md', '潮.png']],
  ['names that git puts in quotes', '"\\346\\275\\256.png"\n"a\\"b\\t\\\\c.md"\n', ['a"b\t\\c.md', '潮.png']],
  ['a name twice', '_posts/a.md\n_posts/a.md\n', ['_posts/a.md']],
  ['absolute names', `${FOLDER}/_posts/a.md\n`, ['_posts/a.md']],
  ['a folder, for the files in it', '_posts/old\n', ['_posts/old/b.md', '_posts/old/c.md']],
  ['nothing', '\n', []],
])('a list holds %s', (_name, text, paths) => {
  expect(pathsIn(text)).toEqual(paths);
});

test('what is not there is meant in either form of Unicode', () => {
  const [composed, apart] = ['é.md'.normalize('NFC'), 'é.md'.normalize('NFD')];
  expect(pathsIn(`${apart}\n`)).toEqual([composed, apart].toSorted());
});

test('names that lead elsewhere are told apart', () => {
  const { paths, outside } = changesInList(`../x.md\n_posts/../../y.md\n/etc/hosts\n..\n_posts/a.md\n..md\n`, FOLDER);
  expect([paths, outside]).toEqual([
    ['..md', '_posts/a.md'],
    ['../x.md', '_posts/../../y.md', '/etc/hosts', '..'],
  ]);
});

test('a folder that is reached by a link is known by its own name, too', () => {
  const link = join(makeFolder(), 'link');
  symlinkSync(FOLDER, link);
  expect(changesInList(`${FOLDER}/_posts/a.md\n${link}/潮.png\n`, link).paths).toEqual(['_posts/a.md', '潮.png']);
});

test('a folder stands for its files, and a link that leads around is not followed', () => {
  const folder = makeFolder({ '_posts/a.md': '', '_posts/old/b.md': '' });
  symlinkSync('..', join(folder, '_posts/old/loop'));
  symlinkSync('../..', join(folder, '_posts/old/loop2'));
  expect(changesInList('_posts\n', folder).paths).toEqual(['_posts/a.md', '_posts/old/b.md']);
});

test('a name below what is a file now is taken as it is', () => {
  expect(pathsIn('_posts/a.md/y.md')).toContain('_posts/a.md/y.md');
});
