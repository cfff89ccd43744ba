import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SiteWriter } from '#builder/files/SiteWriter.ts';
import { WriteError } from '#builder/files/WriteError.ts';
import type { WriterOptions } from '#builder/files/WriterOptions.ts';
import { makeFolder, readServed } from '../folders.ts';

const DAY_MS = 86_400_000;

type Texts = Readonly<Record<string, string>>;

function writerIn(out: string, options: Partial<WriterOptions> = {}): SiteWriter {
  return new SiteWriter(out, { nowMs: DAY_MS, keepMs: 0, ...options });
}

/** Puts files as a site of their own; what was there before goes. */
function putAll(out: string, files: Texts, options: Partial<WriterOptions> = {}) {
  const writer = writerIn(out, options);
  try {
    writer.startFresh();
    for (const [path, text] of Object.entries(files)) writer.put(path, Buffer.from(text));
    return writer.finish();
  } finally {
    writer.close();
  }
}

function servedBy(out: string): Texts {
  return Object.fromEntries(
    Object.entries(readServed(out)).map(([path, hex]) => [path, Buffer.from(hex, 'hex').toString()]),
  );
}

test('files are put, counted, and left alone when they are the same', () => {
  const out = makeFolder();
  expect(putAll(out, { 'a/b.txt': '潮', 'c.txt': '信' })).toMatchObject({
    files: 2,
    bytes: 6,
    written: ['a/b.txt', 'c.txt'],
  });
  utimesSync(join(out, 'a/b.txt'), 1, 1);
  expect(putAll(out, { 'a/b.txt': '潮', 'c.txt': '汐' })).toMatchObject({ files: 2, bytes: 6, written: ['c.txt'] });
  expect(statSync(join(out, 'a/b.txt')).mtimeMs).toBe(1000);
});

test('a site can be revised: what is put and removed counts, all else is as it was', () => {
  const out = makeFolder();
  putAll(out, { 'data/front.json': '1', 'a.txt': 'a', 'b.txt': 'b' });
  const writer = writerIn(out);
  writer.put('a.txt', Buffer.from('aa'));
  writer.remove('b.txt');
  writer.put('c.txt', Buffer.from('c'));
  const generation = writer.generation();
  expect(writer.finish()).toMatchObject({ files: 3, bytes: 4, written: ['a.txt', 'c.txt'], removed: ['b.txt'] });
  expect(servedBy(out)).toEqual({ 'data/front.json': '1', 'a.txt': 'aa', 'c.txt': 'c' });
  const fresh = writerIn(makeFolder());
  for (const [path, text] of Object.entries(servedBy(out))) fresh.put(path, Buffer.from(text));
  expect(fresh.generation()).toBe(generation);
  fresh.close();
});

test('what is no longer part of the site stays a while, then goes with its empty folders', () => {
  const out = makeFolder({ 'a/own.txt': '我的' });
  const keepMs = 1000;
  putAll(out, { 'a/x.txt': 'x', 'b/c/y.txt': 'y', 'b/c/z.txt': 'z' }, { keepMs });
  expect(putAll(out, { 'b/c/z.txt': 'z' }, { keepMs })).toMatchObject({
    retired: ['a/x.txt', 'b/c/y.txt'],
    removed: [],
  });
  expect(Object.keys(servedBy(out))).toEqual(['a/own.txt', 'a/x.txt', 'b/c/y.txt', 'b/c/z.txt']);
  expect(putAll(out, { 'a/x.txt': 'x' }, { keepMs, nowMs: DAY_MS + 999 })).toMatchObject({ retired: ['b/c/z.txt'] });
  const later = putAll(out, { 'a/x.txt': 'x' }, { keepMs, nowMs: DAY_MS + 1000 });
  expect(later.removed).toEqual(['b/c/y.txt']);
  expect(putAll(out, { 'a/x.txt': 'x' }, { keepMs, nowMs: DAY_MS + 2000 }).removed).toEqual(['b/c/z.txt']);
  expect(Object.keys(servedBy(out))).toEqual(['a/own.txt', 'a/x.txt']);
  expect(existsSync(join(out, 'b'))).toBe(false);
});

test.each(['/etc/x', '../x', 'a/../../x', 'a\\..\\x', 'a\0b'])('a file is never put at %j', (path) => {
  const out = makeFolder();
  expect(() => putAll(out, { [path]: 'x' })).toThrow(/outside/);
  expect(servedBy(out)).toEqual({});
});

test('until the end nothing is seen, and a run that stopped before leaves nothing behind', () => {
  const out = makeFolder({ 'a.txt': 'old' });
  const stopped = writerIn(out);
  stopped.put('a.txt', Buffer.from('new'));
  stopped.put('b.txt', Buffer.from('new'));
  expect(servedBy(out)).toEqual({ 'a.txt': 'old' });
  stopped.close();
  putAll(out, { 'a.txt': 'newer' });
  expect(servedBy(out)).toEqual({ 'a.txt': 'newer' });
});

test('a second run is refused while the first has not ended', () => {
  const out = makeFolder();
  const first = writerIn(out);
  expect(() => writerIn(out)).toThrow(/another publish is under way \(process \d+/);
  first.close();
  writerIn(out).close();
});

test('a file and a folder may swap names', () => {
  const out = makeFolder();
  const [first, second] = [
    { 'a/b/c.txt': '1', d: '1' },
    { a: '2', 'd/e.txt': '2' },
  ];
  for (const files of [first, second, first]) {
    putAll(out, files, { keepMs: DAY_MS });
    expect(servedBy(out)).toEqual(files);
  }
});

test('what cannot be written is named, and the site is as it was', () => {
  const out = makeFolder({ a: 'a file where a folder should be' });
  expect(() => putAll(out, { 'a/b.txt': 'x', 'c.txt': 'x' })).toThrow(WriteError);
  mkdirSync(join(out, 'c/d.txt/own'), { recursive: true });
  expect(() => putAll(out, { 'c/d.txt': 'x', 'e.txt': 'x' })).toThrow(/d\.txt/);
  expect(servedBy(out)).toEqual({ a: 'a file where a folder should be' });
});

test('a folder of the system that takes no folder of ours ends with a message', () => {
  expect(() => putAll('/proc/broadsheet', { 'a.txt': 'x' })).toThrow(/The site is as it was/);
});

test('a file is replaced even where it may not be written to', () => {
  const out = makeFolder({ 'a.txt': 'old' });
  chmodSync(join(out, 'a.txt'), 0o444);
  putAll(out, { 'a.txt': 'new' });
  expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('new');
});
