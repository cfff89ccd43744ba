import { describe, expect, test } from 'vitest';
import type { HostSite } from '#builder/hosts/Host.ts';
import { HOSTS } from '#builder/hosts/hosts.ts';
import { fileFor, HOSTILE, manyRedirects } from './hostSite.ts';
import { answerOf, headersFor, type VercelConfig } from './vercelRoutes.ts';

function configOf(site: Partial<HostSite> = {}): VercelConfig {
  return JSON.parse(fileFor('vercel', 'vercel.json', site)); // What we wrote; a wrong shape fails the test.
}

describe.each(['/', '/news/', '/a(b)+/'])('at %s', (base) => {
  const config = configOf({ base });
  const files = ['', '404.html', '2024/tide.html', 'tag/x/index.html', 'data/manifest.json', 'sw.js', 'a.png'].map(
    (path) => base + path,
  );
  const answer = (path: string) => answerOf(config, base + path, files)?.slice(base.length);

  test.each([
    ['2024/tide.html', '2024/tide.html'],
    ['2024/tide', '2024/tide.html'],
    ['2024/tide/', '2024/tide.html'],
    ['tag/x/', 'tag/x/index.html'],
    ['tag/x', 'tag/x/index.html'],
    ['tag/x.html', 'tag/x/index.html'],
    ['data/manifest.json', 'data/manifest.json'],
    ['sw.js', 'sw.js'],
    ['2024/gone.html', '404.html'],
    ['2024/gone/', '404.html'],
    ['2024/gone', '404.html'],
    ['%E6%B8%AF%E5%8F%A3/', '404.html'],
  ])('%s is answered with %s', (path, file) => {
    expect(answer(path)).toBe(file);
  });

  test.each(['data/posts/ab/ab12', 'data/gone.json', 'broadsheet/gone.js', 'gone.js', 'assets/gone.png'])(
    '%s, which is missing, has no answer',
    (path) => {
      expect(answer(path)).toBeUndefined();
    },
  );

  test('files are kept as long as they hold', () => {
    for (const [path, caching] of [
      ['broadsheet/main.js', 'public, max-age=31536000, immutable'],
      ['data/posts/ab/ab12', 'public, max-age=31536000, immutable'],
      ...['', '2024/tide.html', 'data/manifest.json', 'sw.js'].map((fresh) => [fresh, 'no-cache'] as const),
    ] as const)
      expect([path, headersFor(config, base + path)['Cache-Control']]).toEqual([path, caching]);
  });

  test('all come with the policy', () => {
    for (const path of ['', '2024/tide', 'data/posts/ab/ab12'])
      expect(headersFor(config, base + path)).toMatchObject({
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'",
        'X-Content-Type-Options': 'nosniff',
      });
  });

  test.each(['old/%E6%BD%AE%E4%BF%A1', 'old/%E6%BD%AE%E4%BF%A1/', 'old/%E6%BD%AE%E4%BF%A1.html'])(
    '%s leads to the new address, and what begins alike does not',
    (path) => {
      expect(answerOf(config, base + path, files)).toBe(`301 ${base}%E6%B8%AF%E5%8F%A3/2024/Tide.html`);
      expect(answer(`${path}x`)).toBe('404.html');
    },
  );
});

test('a hostile address adds no rule, and no more are written than are allowed', () => {
  expect(configOf({ redirects: HOSTILE }).redirects).toEqual([]);
  const site = { base: '/', policy: '', redirects: manyRedirects(2000) };
  expect([configOf(site).redirects.length, HOSTS.vercel.filesFor(site).redirects]).toEqual([1000, 1000]);
});
