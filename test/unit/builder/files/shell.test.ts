import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MissingAppError, pageFor, policyFor, shellFiles } from '#builder/files/shell.ts';
import { APP_FOLDER, makeFolder } from '../folders.ts';
import { siteOf } from '../sites.ts';

const PAGE = readFileSync(join(APP_FOLDER, 'index.html'), 'utf8');

const SHELL = [
  'broadsheet/main.js',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable-512.png',
  'icon.svg',
  'manifest.webmanifest',
  'broadsheet/shell-#/index.html',
  'index.html',
  '404.html',
  'sw.js',
];
const shellPaths = (folder: string) =>
  shellFiles(folder, siteOf()).map(({ path }) => path.replace(/-[0-9a-f]{8}\//, '-#/'));

test('the app’s files go along, its page also for addresses without a file, and by its hash', () => {
  expect(shellPaths(APP_FOLDER)).toEqual(SHELL);
  const pages = shellFiles(APP_FOLDER, siteOf()).filter(({ path }) => path.endsWith('.html'));
  const hash = createHash('sha256')
    .update(pages[0]?.bytes ?? '')
    .digest('hex');
  expect(pages.map(({ path }) => path)).toContain(`broadsheet/shell-${hash.slice(0, 8)}/index.html`);
  expect(new Set(pages.map(({ bytes }) => bytes.toString())).size).toBe(1);
});

/** The service worker that a site with this `_config.yml` gets. */
function workerOf(config: string): string {
  const folder = makeFolder({ 'index.html': PAGE, 'sw.js': 'work();', 'broadsheet/main.js': '0' });
  const [last] = shellFiles(folder, siteOf(config)).slice(-1);
  return last?.path === 'sw.js' ? last.bytes.toString('utf8') : '';
}

test('the worker comes last and knows what to keep, each with its hash', () => {
  const [, list = '', script] =
    /^self\.shellFiles=(.*);\nself\.imageHosts="all";\n(.*)$/.exec(workerOf('title: A')) ?? [];
  const hashes: Record<string, string> = JSON.parse(list);
  expect(script).toBe('work();');
  expect(Object.keys(hashes)).toEqual([
    'broadsheet/main.js',
    'manifest.webmanifest',
    expect.stringMatching(/^broadsheet\/shell-[0-9a-f]{8}\/$/),
  ]);
  expect(hashes['broadsheet/main.js']).toBe(createHash('sha256').update('0').digest('hex'));
});

test('the worker knows of which hosts it may fetch pictures', () => {
  const config = 'title: A\nbroadsheet:\n  images: [pictures.example]';
  expect(workerOf(config)).toContain('\nself.imageHosts=["pictures.example"];\n');
});

test('a site whose page changes gets another worker, and no other site does', () => {
  expect(workerOf('title: A')).toBe(workerOf('title: A'));
  expect(workerOf('title: A')).not.toBe(workerOf('title: B'));
});

test('a site without a worker gets what removes it in its place, and its page says so', () => {
  const folder = makeFolder({ 'index.html': PAGE, 'sw.js': 'work();', 'sw-remove.js': 'remove();' });
  const textOf = (hasWorker: boolean, path: string) =>
    shellFiles(folder, siteOf('', { hasWorker }))
      .find((file) => file.path === path)
      ?.bytes.toString();
  expect(textOf(false, 'sw.js')).toBe('remove();');
  expect(textOf(true, 'sw.js')).toMatch(/^self\.shellFiles=.*;\nself\.imageHosts="all";\nwork\(\);$/);
  expect(textOf(false, '404.html')).toContain('<meta name="broadsheet-worker" content="none">');
  expect(textOf(true, '404.html')).not.toContain('broadsheet-worker');
  expect([textOf(false, 'sw-remove.js'), textOf(true, 'sw-remove.js')]).toEqual([undefined, undefined]);
});

test('hidden files of the build stay behind', () => {
  const folder = makeFolder({ 'index.html': PAGE, '.vite/manifest.json': '{}' });
  expect(shellPaths(folder)).toEqual([
    'manifest.webmanifest',
    'broadsheet/shell-#/index.html',
    'index.html',
    '404.html',
  ]);
});

test('the page is this site’s', () => {
  const page = pageFor(PAGE, siteOf('title: 澜浦\ndescription: \'"港口" & <码头>\'\nlang: zh-CN\nbaseurl: /news'));
  expect(page).toContain('<!doctype html>');
  expect(page).toContain('<html lang="zh-CN" data-site-lang="zh-CN">');
  expect(page).toContain('<meta name="broadsheet-base" content="/news/">');
  expect(page).toContain('href="/news/icon.svg"');
  expect(page).toContain('rel="manifest" href="/news/manifest.webmanifest"');
  expect(page).toContain('src="/news/broadsheet/main.js"');
  expect(page).toContain('<title>澜浦</title>');
  expect(page).toContain('name="description" content="&quot;港口&quot; &amp; ');
});

test('a title cannot end its element', () => {
  const page = pageFor(PAGE, siteOf('title: "</title><script>__hit()</script>"'));
  expect(page.match(/<script/g)).toHaveLength(2);
});

test('the policy stands right after the charset, before anything that loads', () => {
  const page = pageFor(PAGE, siteOf());
  expect(page).toMatch(/<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/);
});

test('the page’s own inline script may run, by its hash, and no other', () => {
  const page = pageFor(PAGE, siteOf());
  const script = /<script>([^<]*)<\/script>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(script).not.toBe('');
  expect(page).toContain(`script-src 'self' 'sha256-${hash}'; `);
  expect(page.match(/'sha256-/g)).toHaveLength(1);
  expect(pageFor(PAGE.replace(/<script>.*<\/script>/, ''), siteOf())).toContain("script-src 'self'; ");
});

// It sets what was chosen before the first paint, and says what to do where no other script comes.
test('the app has one inline script, of at most 300 bytes', () => {
  const scripts = [...readFileSync('index.html', 'utf8').matchAll(/<script>([^<]*)<\/script>/g)];
  expect(scripts).toHaveLength(1);
  expect(Buffer.byteLength(scripts[0]?.[1] ?? '')).toBeLessThanOrEqual(300);
});

test.each([
  ['all', "img-src 'self' data: http: https:"],
  ['[pictures.example]', "img-src 'self' data: https://pictures.example http://pictures.example"],
  ['[]', "img-src 'self' data:"],
])('with pictures from %s the policy says so', (images, directive) => {
  const policy = policyFor(siteOf(`broadsheet: { images: ${images} }`), []).split('; ');
  expect(policy).toContain(directive);
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types broadsheet dompurify',
    ]),
  );
});

test.each([
  ['no folder', () => join(makeFolder(), 'gone')],
  ['no page', () => makeFolder({ 'main.js': '' })],
  ['a page without charset', () => makeFolder({ 'index.html': '<!doctype html><html><head></head></html>' })],
])('an app with %s is refused', (_name, folder) => {
  expect(() => shellFiles(folder(), siteOf())).toThrow(MissingAppError);
});
