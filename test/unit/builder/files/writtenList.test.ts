import { expect, test } from 'vitest';
import { writtenList } from '#builder/files/writtenList.ts';

test('files to upload come in their order, then files to delete; odd names are JSON', () => {
  const list = writtenList({
    written: ['data/posts/ab/abc', 'a picture.png', 'two\nlines.png', '"quoted".png', 'data/manifest.json'],
    removed: ['data/posts/cd/cde'],
  });
  expect(list.split('\n')).toEqual([
    'put data/posts/ab/abc',
    'put a picture.png',
    'put "two\\nlines.png"',
    'put "\\"quoted\\".png"',
    'put data/manifest.json',
    'delete data/posts/cd/cde',
    '',
  ]);
});

test('of a publish that did nothing the list is empty', () => {
  expect(writtenList({ written: [], removed: [] })).toBe('');
});
