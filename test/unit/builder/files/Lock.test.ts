import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Lock } from '#builder/files/Lock.ts';
import { makeFolder, readFiles } from '../folders.ts';

const LOCK = '.broadsheet/lock';
const OTHER_HOST = JSON.stringify({ pid: process.pid, host: `not-${hostname()}`, start: 'x' });

function heldLock(out: string): string {
  expect(new Lock(out).isHeld).toBe(true);
  return readFileSync(join(out, LOCK), 'utf8');
}

test('a lock is released with the folders that were made for it alone', () => {
  const out = join(makeFolder(), 'site');
  new Lock(out).release();
  expect(existsSync(out)).toBe(false);
  const own = makeFolder({ 'own.txt': '' });
  new Lock(own).release();
  expect(Object.keys(readFiles(own))).toEqual(['own.txt']);
});

test('while a process holds it no other takes it, and the message names both', () => {
  const out = makeFolder();
  const lock = new Lock(out);
  expect(() => new Lock(out)).toThrow(new RegExp(`${out}.*process ${process.pid} on .*remove ${out}/${LOCK}`));
  lock.release();
  new Lock(out).release();
});

test.each([
  ['whose process is gone', (held: string) => held.replace(/"pid":\d+/, '"pid":4194305')],
  ['whose process has its number only', (held: string) => held.replace(/"start":"[^"]*"/, '"start":"earlier"')],
  ['that was not written to its end', (held: string) => held.slice(0, 9)],
  ['that is empty', () => ''],
  ['of another form', () => '[]'],
])('a lock %s is taken over', (_name, change) => {
  const out = makeFolder();
  writeFileSync(join(out, LOCK), change(heldLock(out)));
  new Lock(out).release();
  expect(readFiles(out)).toEqual({});
});

test('a lock of another machine is taken over after an hour', () => {
  const out = makeFolder({ [LOCK]: OTHER_HOST });
  expect(() => new Lock(out)).toThrow(/another publish is under way/);
  const ago = Date.now() / 1000 - 3601;
  utimesSync(join(out, LOCK), ago, ago);
  new Lock(out).release();
});
