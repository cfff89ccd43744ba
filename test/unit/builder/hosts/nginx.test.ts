// What nginx makes of the file is tested with nginx itself, in test/browser.
import { expect, test } from 'vitest';
import { HOSTS } from '#builder/hosts/hosts.ts';
import { fileFor, HOSTILE, manyRedirects } from './hostSite.ts';

const FILE = 'broadsheet.nginx.conf';

test('hostile addresses and bases stay inside their quotes', () => {
  const conf = fileFor('nginx', FILE, { redirects: HOSTILE });
  expect(conf).toBe(fileFor('nginx', FILE, { redirects: [] }));
  const based = fileFor('nginx', FILE, { base: '/%22;evil%5C/', redirects: [['/old', '/a";evil $host']] });
  const outside = based.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  expect(outside).not.toContain('evil');
  expect(based).toContain('/a%22%3Bevil%20%24host');
});

test('no address stands there twice, which nginx would not start with', () => {
  const redirects = [
    ['/a', '/first/'],
    ['/a.html', '/second/'],
    ['/b', '/third/'],
  ] as const;
  const locations = fileFor('nginx', FILE, { redirects }).match(/^location = "[^"]+"/gm) ?? [];
  expect(locations).toContain('location = "/b.html"');
  expect(locations).toEqual([...new Set(locations)]);
});

test('so many redirects are written, in order of name', () => {
  const site = { base: '/', policy: '', redirects: manyRedirects(6000) };
  const locations = fileFor('nginx', FILE, site).match(/^location = .*return 301 .*$/gm) ?? [];
  expect([HOSTS.nginx.filesFor(site).redirects, locations.length]).toEqual([5000, 15_000]);
  expect(locations).toEqual(locations.toSorted());
});
