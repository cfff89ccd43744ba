import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SiteWriter, WriteError } from '#builder/files/SiteWriter.ts';
import { makeFolder, readFiles } from '../folders.ts';

test('files are put, counted, and left alone when they are the same', () => {
  const out = makeFolder();
  const first = new SiteWriter(out);
  first.put('a/b.txt', Buffer.from('潮'));
  first.put('c.txt', Buffer.from('信'));
  expect(first.finish()).toEqual({ files: 2, bytes: 6, written: 2, removed: 0 });
  utimesSync(join(out, 'a/b.txt'), 1, 1);
  const second = new SiteWriter(out);
  second.put('a/b.txt', Buffer.from('潮'));
  second.put('c.txt', Buffer.from('汐'));
  expect(second.finish()).toEqual({ files: 2, bytes: 6, written: 1, removed: 0 });
  expect(statSync(join(out, 'a/b.txt')).mtimeMs).toBe(1000);
});

test('what an earlier run wrote and this one did not goes, with its empty folders', () => {
  const out = makeFolder({ 'a/own.txt': '我的' });
  const first = new SiteWriter(out);
  for (const path of ['a/x.txt', 'b/c/y.txt', 'b/c/z.txt']) first.put(path, Buffer.from(path));
  first.finish();
  const second = new SiteWriter(out);
  second.put('b/c/z.txt', Buffer.from('b/c/z.txt'));
  expect(second.finish().removed).toBe(2);
  expect(Object.keys(readFiles(out))).toEqual(['.broadsheet/files', 'a/own.txt', 'b/c/z.txt']);
  expect(new SiteWriter(out).finish().removed).toBe(1);
  expect(existsSync(join(out, 'b'))).toBe(false);
});

test.each(['/etc/x', '../x', 'a/../../x', 'a\\..\\x', 'a\0b'])('a file is never put at %j', (path) => {
  const out = makeFolder();
  expect(() => new SiteWriter(out).put(path, Buffer.from('x'))).toThrow(/outside/);
  expect(readFiles(out)).toEqual({});
});

test('the hash of the content knows paths and bytes, not their order', () => {
  const hash = hashOf(['a', '1'], ['b', '2']);
  expect(hash).toMatch(/^[0-9a-f]{32}$/);
  expect(hashOf(['b', '2'], ['a', '1'])).toBe(hash);
  expect(hashOf(['a', '2'], ['b', '1'])).not.toBe(hash);
});

test('what cannot be written is named, and leaves nothing beside', () => {
  const out = makeFolder({ a: 'a file where a folder should be' });
  const writer = new SiteWriter(out);
  expect(() => writer.put('a/b.txt', Buffer.from('x'))).toThrow(WriteError);
  mkdirSync(join(out, 'c/d.txt'), { recursive: true });
  expect(() => writer.put('c/d.txt', Buffer.from('x'))).toThrow(/d\.txt/);
  expect(readdirSync(join(out, 'c'))).toEqual(['d.txt']);
});

test('a file is replaced even where it may not be written to', () => {
  const out = makeFolder({ 'a.txt': 'old' });
  chmodSync(join(out, 'a.txt'), 0o444);
  new SiteWriter(out).put('a.txt', Buffer.from('new'));
  expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('new');
});

function hashOf(...files: readonly [string, string][]): string {
  const writer = new SiteWriter(makeFolder());
  for (const [path, content] of files) writer.put(path, Buffer.from(content));
  return writer.contentHash();
}
