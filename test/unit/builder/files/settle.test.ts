import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SiteWriter } from '#builder/files/SiteWriter.ts';
import { makeFolder } from '../folders.ts';

const DAY_MS = 86_400_000;

function putAll(out: string, paths: readonly string[]): ReturnType<SiteWriter['finish']> {
  const writer = new SiteWriter(out, { nowMs: 0, keepMs: DAY_MS });
  for (const path of writer.beside) if (!paths.includes(path)) writer.remove(path);
  for (const path of paths) writer.put(path, Buffer.from(path));
  const written = writer.finish();
  writer.close();
  return written;
}

test('a page or feed that is no more goes at once, and what an open reader may still ask for stays', () => {
  const out = makeFolder();
  const kept = ['broadsheet/main-1.js', 'broadsheet/shell-1/index.html', 'pictures/pier.svg'];
  const gone = ['2024/05/30/pier.html', 'tag/x/feed.xml', 'tag/x/index.html'];
  putAll(out, [...kept, ...gone]);
  const { retired, removed } = putAll(out, ['index.html']);
  expect([retired, removed]).toEqual([kept, gone]);
  expect([...kept, ...gone].filter((path) => existsSync(join(out, path)))).toEqual(kept);
});
