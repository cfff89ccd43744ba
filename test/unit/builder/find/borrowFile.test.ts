import { join } from 'node:path';
import { expect, test } from 'vitest';
import { borrowFile, toKeep } from '#builder/find/borrowFile.ts';
import { makeFolder } from '../folders.ts';

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('a file of %i bytes is read whole, and can be kept', (size) => {
  const text = Array.from({ length: size }, (_byte, at) => String.fromCharCode(97 + (at % 23))).join('');
  const folder = makeFolder({ 'a.md': text, 'b.md': 'b' });
  const kept = toKeep(borrowFile(join(folder, 'a.md')));
  expect(kept.toString('latin1')).toBe(text);
  expect(borrowFile(join(folder, 'b.md')).toString('latin1')).toBe('b');
  expect(kept.toString('latin1')).toBe(text);
});

test('what is no file cannot be read', () => {
  const folder = makeFolder({ 'a/b.md': '' });
  expect(() => borrowFile(join(folder, 'a'))).toThrow(/EISDIR/);
  expect(() => borrowFile(join(folder, 'c'))).toThrow(/ENOENT/);
});
