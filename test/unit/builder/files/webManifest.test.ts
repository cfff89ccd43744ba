import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { screenshotsOf } from '#builder/files/screenshots.ts';
import { webManifest } from '#builder/files/webManifest.ts';
import { foldAddress, isReserved } from '#shared/paths.ts';
import { Report } from '#builder/report.ts';
import { messages } from '#messages/zh-Hans.ts';
import { makeFolder } from '../folders.ts';
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

test('its shortcuts speak the site’s language, and each has an address of a screen', () => {
  const site = siteOf('lang: zh-CN\nbaseurl: /news');
  const { shortcuts, categories, screenshots } = JSON.parse(
    webManifest(site, { words: messages, screenshots: [] }).toString('utf8'),
  ) as Record<string, readonly { name: string; url: string }[]>; // As far as it is looked at.
  expect(categories).toEqual(['news']);
  expect(screenshots).toBeUndefined();
  expect(shortcuts?.map(({ name, url }) => `${name} ${url}`)).toEqual([
    '最新 /news/',
    '收藏 /news/saved/',
    '归档 /news/archive/',
  ]);
});

test('a publisher’s screenshots are measured, and what is no picture of the folder is reported', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAC0lEQVR4nGNgQAcAABIAAXfx+ZAAAAAASUVORK5CYII=',
    'base64',
  );
  const folder = makeFolder({ '图/宽.png': png, 'notes.txt': 'x', 'broken.png': 'x' });
  const report = new Report();
  const site = siteOf('broadsheet: { screenshots: [图/宽.png, notes.txt, broken.png, gone.png] }');
  expect(screenshotsOf(folder, site, report)).toEqual([
    { src: '%E5%9B%BE/%E5%AE%BD.png', type: 'image/png', sizes: '2x1', form_factor: 'wide' },
  ]);
  expect(report.problems.filter(({ kind }) => kind === 'settings')).toHaveLength(3);
});
