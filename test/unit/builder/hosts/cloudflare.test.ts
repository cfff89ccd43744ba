import { expect, test } from 'vitest';
import { HOSTS } from '#builder/hosts/hosts.ts';
import { fileFor, HOSTILE, manyRedirects } from './hostSite.ts';
import { headersFor, ruleFor, rulesOf } from './rulesFiles.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';

test.each(['/', '/news/'])('at %s what is named by its content is kept, and nothing else has a rule', (base) => {
  const headers = fileFor('cloudflare', '_headers', { base });
  const at = (path: string) => headersFor(headers, base + path);
  expect(at('data/posts/ab/ab12')).toMatchObject({
    'Cache-Control': IMMUTABLE,
    'Content-Type': 'application/octet-stream',
  });
  expect(at('broadsheet/main-1a2b.js')).toMatchObject({ 'Cache-Control': IMMUTABLE, 'X-Frame-Options': 'SAMEORIGIN' });
  for (const path of ['', 'data/manifest.json', 'sw.js', '2024/05/30/tide.html'])
    expect(at(path)).not.toHaveProperty('Cache-Control');
});

test('all files come with the policy and what else keeps a reader safe', () => {
  expect(headersFor(fileFor('cloudflare', '_headers'), '/2024/tide')).toEqual({
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': expect.stringContaining('geolocation=()'),
  });
});

test('a policy that is too long for a line is left to the pages', () => {
  const headers = fileFor('cloudflare', '_headers', { policy: `style-src ${'x'.repeat(2000)}` });
  expect(headersFor(headers, '/')['Content-Security-Policy']).toBe("frame-ancestors 'self'");
});

test.each(['/old/%E6%BD%AE%E4%BF%A1', '/old/%E6%BD%AE%E4%BF%A1/', '/old/%E6%BD%AE%E4%BF%A1.html'])(
  '%s leads to the new address',
  (path) => {
    const redirects = fileFor('cloudflare', '_redirects', { base: '/news/' });
    expect(ruleFor(redirects, `/news${path}`)).toMatchObject({
      to: '/news/%E6%B8%AF%E5%8F%A3/2024/Tide.html',
      status: 301,
    });
  },
);

test('no rule is for many addresses: Cloudflare follows it before it looks for files', () => {
  expect(rulesOf(fileFor('cloudflare', '_redirects', { redirects: HOSTILE }))).toEqual([]);
  expect(rulesOf(fileFor('cloudflare', '_redirects')).filter(({ status }) => status !== 301)).toEqual([]);
});

test('no more redirects are written than fit, the newest', () => {
  const site = { base: '/', policy: '', redirects: manyRedirects(700) };
  const { redirects } = HOSTS.cloudflare.filesFor(site);
  const rules = rulesOf(fileFor('cloudflare', '_redirects', site));
  expect([redirects, rules.length]).toEqual([666, 1998]);
  expect(rules[0]).toMatchObject({ from: '/old-0', to: '/new-0/' });
});

test('nor more than 100 KB', () => {
  const site = { base: '/', policy: '', redirects: manyRedirects(600, '潮信'.repeat(20)) };
  const text = fileFor('cloudflare', '_redirects', site);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100_000);
  expect(rulesOf(text)).toHaveLength(HOSTS.cloudflare.filesFor(site).redirects * 3);
});
