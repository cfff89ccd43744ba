import { createHash } from 'node:crypto';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { pageDocument } from '#builder/pages/pageDocument.ts';
import { pageFrame, sitePolicy } from '#builder/pages/pageFrame.ts';
import type { Article } from '#shared/post.ts';
import type { PageFile } from '#shared/prerender.ts';
import { siteOf } from '../sites.ts';
import { builtApp } from './builtApp.ts';

const MANIFEST = {
  ...{ format: 1, generation: '', publishedAt: '', count: 0, sections: [], volumes: [], newest: [] },
  site: { title: '澜浦', timezone: 'UTC' },
};
const ARTICLE: Article = {
  address: '/a/',
  title: '</script><script>__hit()</script>\u2028',
  time: '2024-05-30',
  date: '2024-05-30T00:00:00Z',
  html: '<p>全文</p>',
  rest: ['<p>余下</p>'],
};
const DATA: PageFile = { address: ARTICLE.address, manifest: MANIFEST, article: ARTICLE };

async function documentOf(screen: 'article' | 'home' = 'article', config = 'lang: zh-CN\nbaseurl: /paper') {
  const frame = await pageFrame(builtApp(), screen, siteOf(config));
  const text = pageDocument(frame, { head: '<title>t</title>', html: '<main>正文</main>', page: DATA }).toString(
    'utf8',
  );
  const all = DomUtils.getElementsByTagName('*', parseDocument(text).children, true);
  return { text, all, named: (name: string) => all.filter((node) => node.name === name) };
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** How a policy names the styles of a page. */
async function styleHashOf(screen: 'article' | 'home'): Promise<string> {
  const [style] = (await documentOf(screen)).named('style');
  return hashOf(style ? DomUtils.textContent(style) : '');
}

test('the styles of the first view are one block, and the policy allows just that', async () => {
  const { all, named } = await documentOf();
  const [style, ...others] = named('style').map((node) => DomUtils.textContent(node));
  expect(others).toEqual([]);
  expect(style).toMatch(/^@layer base.*\n\.dialog.*\n\.a::before\{content:'<\\\/style>'\}$/);
  const policy = named('meta').find(({ attribs }) => 'http-equiv' in attribs)?.attribs['content'] ?? '';
  expect(policy).toContain(`style-src 'self' ${hashOf(style ?? '')}; `);
  expect(
    all.filter(({ attribs }) => 'style' in attribs || Object.keys(attribs).some((name) => name.startsWith('on'))),
  ).toEqual([]);
});

test('nothing is loaded before the text, and what comes after is what the screen needs', async () => {
  const { text, named } = await documentOf();
  const root = text.indexOf('<div id="root" data-page><main>正文</main></div>');
  expect(root).toBeGreaterThan(0);
  for (const loading of ['<script type="module"', 'rel="modulepreload"', 'rel="stylesheet"'])
    expect(text.indexOf(loading)).toBeGreaterThan(root);
  const links = named('link').map(({ attribs }) => attribs);
  expect(links.filter(({ rel }) => rel === 'stylesheet').map(({ href, disabled }) => [href, disabled])).toEqual([
    ['/paper/broadsheet/index-1.css', ''],
    ['/paper/broadsheet/dialog-1.css', ''],
    ['/paper/broadsheet/article-1.css', ''],
  ]);
  expect(links.filter(({ rel }) => rel === 'modulepreload').map(({ href }) => href)).toEqual([
    '/paper/broadsheet/attach-1.js',
    '/paper/broadsheet/dialog-1.js',
    '/paper/broadsheet/article-1.js',
    '/paper/broadsheet/zh-1.js',
  ]);
  expect(
    named('script')
      .map(({ attribs }) => attribs['src'])
      .filter((src) => src),
  ).toEqual(['/paper/broadsheet/index-1.js']);
});

test('the data are those of the screen, without the text, and end no element', async () => {
  const { named } = await documentOf();
  const data = named('script').find(({ attribs }) => attribs['id'] === 'page-data');
  const json = data ? DomUtils.textContent(data) : '';
  expect(json).not.toMatch(/[<\u2028]/);
  const { rest: _rest, ...first } = ARTICLE;
  expect(JSON.parse(json)).toEqual({ ...DATA, article: { ...first, html: '' } });
});

test('the page speaks the language of the interface, and keeps that of the site', async () => {
  expect((await documentOf('home', 'lang: zh-HK')).named('html')[0]?.attribs).toEqual({
    lang: 'zh-TW',
    'data-site-lang': 'zh-HK',
  });
  expect((await documentOf('home', '')).named('html')[0]?.attribs).toEqual({ lang: 'en' });
});

test('the inline script is that of the shell, to the byte', async () => {
  const { text, named } = await documentOf();
  const [script] = named('script').filter(({ attribs }) => Object.keys(attribs).length === 0);
  expect(text).toContain(`script-src 'self' ${hashOf(script ? DomUtils.textContent(script) : '')};`);
});

test('the policy for headers allows the styles of every kind of page', async () => {
  const site = siteOf('lang: zh-CN');
  const policy = sitePolicy(builtApp(), site);
  expect(policy).toContain(await styleHashOf('article'));
  expect(policy).toContain(await styleHashOf('home'));
  expect(policy.match(/style-src[^;]*/)?.[0].match(/sha256/g)).toHaveLength(2);
});
