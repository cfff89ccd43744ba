import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webManifest } from '#builder/files/webManifest.ts';
import { foldAddress, isReserved } from '#shared/paths.ts';
import { siteOf } from '../sites.ts';

type Icon = { readonly src: string; readonly purpose?: string };

const manifestOf = (config: string) =>
  JSON.parse(webManifest(siteOf(config)).toString('utf8')) as Record<string, unknown> & { icons: Icon[] };

test('the app is the site: its title, language and place', () => {
  expect(manifestOf('title: 澜浦\nlang: zh-CN\nbaseurl: /news')).toMatchObject({
    id: '/news/',
    name: '澜浦',
    lang: 'zh-CN',
    start_url: '/news/',
    scope: '/news/',
    display: 'standalone',
  });
});

test('its icons are there, one of them for any shape, and no post can take their addresses', () => {
  const { icons } = manifestOf('');
  expect(icons.filter(({ src }) => !existsSync(`public/${src}`) || !isReserved(foldAddress(`/${src}`)))).toEqual([]);
  expect(icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1);
});
