import { expect, test } from 'vitest';
import { HOSTS } from '#builder/hosts/hosts.ts';
import { fileFor, HOSTILE, manyRedirects } from './hostSite.ts';
import { headersFor, ruleFor, rulesOf } from './rulesFiles.ts';

test.each(['/', '/news/'])('at %s an article without a page is answered with the reader', (base) => {
  const redirects = fileFor('netlify', '_redirects', { base });
  for (const path of ['2024/05/30/tide.html', 'category/%E6%B8%AF%E5%8F%A3/', 'tide'])
    expect(ruleFor(redirects, base + path)).toMatchObject({ to: `${base}404.html`, status: 200 });
});

test.each(['data/posts/ab/ab12', 'data/days/2024/05/30.json', 'broadsheet/gone-1a2b.js', 'sw.js'])(
  'where %s is missing, its page comes with status 404',
  (path) => {
    for (const base of ['/', '/news/'])
      expect(ruleFor(fileFor('netlify', '_redirects', { base }), base + path)?.status).toBe(404);
  },
);

test('an old address leads to the new one, with and without its ending', () => {
  const redirects = fileFor('netlify', '_redirects');
  for (const path of ['/old/a%20b', '/old/a%20b.html'])
    expect(ruleFor(redirects, path)).toMatchObject({ to: '/2024/pier/', status: 301 });
});

test('a hostile address adds no rule', () => {
  const without = fileFor('netlify', '_redirects', { redirects: [] });
  expect(fileFor('netlify', '_redirects', { redirects: HOSTILE })).toBe(without);
});

test('the rules for what is missing always have room', () => {
  const site = { base: '/', policy: '', redirects: manyRedirects(6000) };
  const rules = rulesOf(fileFor('netlify', '_redirects', site));
  expect(rules.length).toBeLessThanOrEqual(10_000);
  expect(rules.at(-1)).toEqual({ from: '/*', to: '/404.html', status: 200 });
  expect(HOSTS.netlify.filesFor(site).redirects).toBe((rules.length - 5) / 2);
});

test('headers are those of Cloudflare’s file', () => {
  expect(fileFor('netlify', '_headers')).toBe(fileFor('cloudflare', '_headers'));
  expect(headersFor(fileFor('netlify', '_headers'), '/sw.js')['X-Content-Type-Options']).toBe('nosniff');
});
