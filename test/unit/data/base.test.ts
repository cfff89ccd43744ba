// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  document.head.replaceChildren();
  vi.resetModules();
});

test.each([
  ['/', '/', '/'],
  ['/', '/news/a.html', '/news/a.html'],
  ['/paper/', '/paper/', '/'],
  ['/paper/', '/paper', '/'],
  ['/paper/', '/paper/news/a.html', '/news/a.html'],
  ['/paper', '/paper/news/', '/news/'],
])('under %s, the path %s is the address %s', async (base, path, address) => {
  const { inBase, isInBase } = await loadBase(base);
  expect(isInBase(path)).toBe(true);
  expect(inBase(path)).toBe(address);
});

test.each(['/', '/papers/', '/news/paper/'])('the path %s is not under /paper/', async (path) => {
  const { inBase, isInBase } = await loadBase('/paper/');
  expect(isInBase(path)).toBe(false);
  expect(inBase(path)).toBe(path);
});

test('a page that names no base lies at the root', async () => {
  expect((await import('#data/base.ts')).base).toBe('/');
});

async function loadBase(base: string): Promise<typeof import('#data/base.ts')> {
  const meta = document.createElement('meta');
  meta.name = 'broadsheet-base';
  meta.content = base;
  document.head.append(meta);
  return import('#data/base.ts');
}
