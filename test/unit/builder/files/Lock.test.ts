import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

test('a lock whose process has ended is taken over, though its parent did not ask', async () => {
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [line] = (await once(parent.stdout, 'data')) as [Buffer]; // What `echo` says.
    const pid = Number(String(line));
    await expect.poll(() => statOf(pid)).toMatch(/\) Z /);
    const out = makeFolder();
    const held = JSON.parse(heldLock(out)) as { start: string }; // Written by the lock.
    const start = `${held.start.split(' ')[0]} ${statOf(pid).split(' ')[21]}`;
    writeFileSync(join(out, LOCK), JSON.stringify({ ...held, pid, start }));
    new Lock(out).release();
  } finally {
    parent.kill();
  }
});

function statOf(pid: number): string {
  return readFileSync(`/proc/${pid}/stat`, 'utf8');
}

test('a lock of another machine is taken over after an hour', () => {
  const out = makeFolder({ [LOCK]: OTHER_HOST });
  expect(() => new Lock(out)).toThrow(/another publish is under way/);
  const ago = Date.now() / 1000 - 3601;
  utimesSync(join(out, LOCK), ago, ago);
  new Lock(out).release();
});
