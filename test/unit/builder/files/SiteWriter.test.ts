import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SiteWriter } from '#builder/files/SiteWriter.ts';
import { WriteError } from '#builder/files/Stage.ts';
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

test('until the end nothing is seen, and a run that stopped before leaves nothing behind', () => {
  const out = makeFolder({ 'a.txt': 'old' });
  const stopped = new SiteWriter(out);
  stopped.put('a.txt', Buffer.from('new'));
  stopped.put('b.txt', Buffer.from('new'));
  expect([readFileSync(join(out, 'a.txt'), 'utf8'), existsSync(join(out, 'b.txt'))]).toEqual(['old', false]);
  put(out, { 'a.txt': 'newer' });
  expect(Object.keys(readFiles(out))).toEqual(['.broadsheet/files', 'a.txt']);
});

test('what a run killed half-way had moved is known to the next, which removes it', () => {
  const out = makeFolder({ 'c.txt/own': 'a folder where a file should be' });
  expect(() => put(out, { 'a.txt': '1', 'b/d.txt': '1', 'c.txt': '1' })).toThrow(/c\.txt.* Some .* are new already/);
  expect(existsSync(join(out, 'b/d.txt'))).toBe(true);
  put(out, { 'a.txt': '1' });
  expect(Object.keys(readFiles(out))).toEqual(['.broadsheet/files', 'a.txt', 'c.txt/own']);
});

test('a file and a folder may swap names', () => {
  const out = makeFolder();
  const [first, second] = [
    { 'a/b/c.txt': '1', d: '1' },
    { a: '2', 'd/e.txt': '2' },
  ];
  for (const files of [first, second, first]) {
    put(out, files);
    expect(Object.keys(readFiles(out))).toEqual(['.broadsheet/files', ...Object.keys(files)]);
  }
});

test('what cannot be written is named, and leaves nothing beside', () => {
  const out = makeFolder({ a: 'a file where a folder should be' });
  expect(() => put(out, { 'a/b.txt': 'x' })).toThrow(WriteError);
  mkdirSync(join(out, 'c/d.txt/own'), { recursive: true });
  expect(() => put(out, { 'c/d.txt': 'x' })).toThrow(/d\.txt/);
  expect(existsSync(join(out, 'c/d.txt/own'))).toBe(true);
});

test('a folder of the system that takes no folder of ours ends with a message', () => {
  expect(() => put('/proc/broadsheet', { 'a.txt': 'x' })).toThrow(/The site is as it was/);
});

test('a file is replaced even where it may not be written to', () => {
  const out = makeFolder({ 'a.txt': 'old' });
  chmodSync(join(out, 'a.txt'), 0o444);
  put(out, { 'a.txt': 'new' });
  expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('new');
});

function put(out: string, files: Readonly<Record<string, string>>): void {
  const writer = new SiteWriter(out);
  for (const [path, content] of Object.entries(files)) writer.put(path, Buffer.from(content));
  writer.finish();
}

function hashOf(...files: readonly [string, string][]): string {
  const writer = new SiteWriter(makeFolder());
  for (const [path, content] of files) writer.put(path, Buffer.from(content));
  return writer.contentHash();
}
