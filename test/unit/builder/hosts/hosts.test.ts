import { expect, test } from 'vitest';
import { HOSTS, isHostName } from '#builder/hosts/hosts.ts';
import { policyIn } from '#builder/hosts/policyIn.ts';
import { fileFor, HOSTILE, REDIRECTS } from './hostSite.ts';

test.each(Object.entries(HOSTS))('%s gets the files that it is said to get, the same each time', (_name, host) => {
  const site = { base: '/', policy: "default-src 'none'", redirects: [...HOSTILE, ...REDIRECTS] };
  const { files, redirects } = host.filesFor(site);
  expect(files.map(({ path }) => path)).toEqual(host.paths);
  expect(redirects).toBe(host.maxRedirects > 0 ? REDIRECTS.length : 0);
  expect(host.filesFor(site)).toEqual({ files, redirects });
});

const PAGE = "default-src 'none'; img-src 'self' data: %; connect-src 'self'; worker-src 'self'";

test.each(['cloudflare', 'netlify', 'vercel', 'nginx'] as const)(
  '%s lets the worker fetch what pages may show',
  (host) => {
    for (const hosts of ['http: https:', 'https://pictures.example http://pictures.example', '']) {
      const policy = PAGE.replace(' %', hosts === '' ? '' : ` ${hosts}`);
      const [{ text = '' } = {}] = HOSTS[host].filesFor({ base: '/', policy, redirects: [] }).files;
      const wanted = `connect-src 'self'${hosts === '' ? '' : ` ${hosts}`}; worker-src`;
      expect(text).toContain(wanted);
      expect(text.match(/connect-src/g)).toEqual(text.match(new RegExp(wanted, 'g'))?.map(() => 'connect-src'));
    }
  },
);

test('names are those of the table, and no others', () => {
  expect(['plain', 'nginx', 'toString', 'Nginx'].map(isHostName)).toEqual([true, true, false, false]);
});

test.each([
  ['/', '404.html'],
  ['/news/', 'news/404.html'],
  ['/%E6%96%B0/', '新/404.html'],
])('at %s a bucket’s error document is %s', (base, key) => {
  expect(JSON.parse(fileFor('s3', 's3-website.json', { base }))).toMatchObject({ ErrorDocument: { Key: key } });
});

test('a policy is read from its page', () => {
  const page = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'self' &quot;">`;
  expect(policyIn(page)).toBe(`script-src 'self' "`);
  expect(policyIn('<p>')).toBe('');
});
