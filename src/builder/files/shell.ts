import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isTag, Text } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { element, elementsNamed } from '#builder/article/tree.ts';
import { compareText } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';
import { sha256Of } from './ContentSum.ts';
import { type InstallParts, WEB_MANIFEST, webManifest } from './webManifest.ts';

/** A file of the built app, ready for the site folder. */
export type ShellFile = { readonly path: string; readonly bytes: Buffer };

const PAGE = 'index.html';
const WORKER = 'sw.js';
/** In its place where a site does without. */
const NO_WORKER = 'sw-remove.js';

/** The built app is not where it should be. */
export class MissingAppError extends Error {}

/**
 * The built app's files, made this site's: the page with language, title, base and policy, what installs it, and the
 * service worker, or what removes it, which comes last. The page is also `404.html`, which most hosts answer with for addresses that have
 * no file, and once more under a name of its own: the worker keeps that one, since home may be a real page.
 */
export function shellFiles(appFolder: string, site: Site, parts?: InstallParts): readonly ShellFile[] {
  const paths = listFiles(appFolder, '').toSorted(compareText);
  if (!paths.includes(PAGE)) throw new MissingAppError(`${appFolder}: no built app. Run "npm run build" first.`);
  const read = (path: string) => readFileSync(join(appFolder, path));
  const page = Buffer.from(pageFor(read(PAGE).toString('utf8'), site));
  const kept: readonly ShellFile[] = [
    ...paths.filter((path) => ![PAGE, WORKER, NO_WORKER].includes(path)).map((path) => ({ path, bytes: read(path) })),
    { path: WEB_MANIFEST, bytes: webManifest(site, parts) },
    { path: `broadsheet/shell-${sha256Of(page).slice(0, 8)}/${PAGE}`, bytes: page },
  ];
  const script = site.hasWorker ? WORKER : NO_WORKER;
  const worker = paths.includes(script) ? [read(script)] : [];
  return [
    ...kept,
    { path: PAGE, bytes: page },
    { path: '404.html', bytes: page },
    ...worker.map((bytes) => ({ path: WORKER, bytes: site.hasWorker ? workerFor(bytes, kept, site) : bytes })),
  ];
}

/**
 * The service worker, told before its script what to keep: path → SHA-256, and of which hosts it may fetch pictures. So
 * it is a new one whenever any of these files is. The page is asked for by the path of its folder, since some hosts
 * redirect from its file name.
 */
function workerFor(script: Buffer, kept: readonly ShellFile[], { settings }: Site): Buffer {
  const hashes = kept.map(({ path, bytes }) => [path.replace(/\/index\.html$/, '/'), sha256Of(bytes)]);
  const lines = [
    `self.shellFiles=${JSON.stringify(Object.fromEntries(hashes))};\n`,
    `self.imageHosts=${JSON.stringify(settings.images)};\n`,
  ];
  return Buffer.concat([Buffer.from(lines.join('')), script]);
}

/** The app's page with everything that publishing knows. */
export function pageFor(html: string, site: Site): string {
  return DomUtils.getOuterHTML(shellDocument(html, site), { encodeEntities: 'utf8' });
}

/** The same as a tree; its policy allows these blocks of styles. */
export function shellDocument(html: string, site: Site, styles: readonly string[] = []): Document {
  const page = parseDocument(html);
  const [root] = elementsNamed(page, 'html');
  const [head] = elementsNamed(page, 'head');
  const [charset] = elementsNamed(page, 'meta').filter(({ attribs }) => 'charset' in attribs);
  if (!root || !head || !charset) throw new MissingAppError('The app’s page has no head with a charset.');
  if (site.lang !== undefined) Object.assign(root.attribs, { lang: site.lang, 'data-site-lang': site.lang });
  for (const title of elementsNamed(page, 'title')) title.children = [new Text(site.title)];
  setMeta(page, 'broadsheet-base', site.base);
  makeAbsolute(page, site.base);
  const policy = policyFor(site, inlineScripts(page), styles);
  DomUtils.append(charset, element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }));
  DomUtils.appendChild(head, element('link', { rel: 'manifest', href: site.base + WEB_MANIFEST }));
  if (!site.hasWorker) DomUtils.appendChild(head, element('meta', { name: 'broadsheet-worker', content: 'none' }));
  if (site.description !== undefined)
    DomUtils.appendChild(head, element('meta', { name: 'description', content: site.description }));
  // What lies at an address without a page only script can show; the way to what can be read without stays open.
  const home = element('a', { href: site.base }, [new Text(site.title)]);
  for (const body of elementsNamed(page, 'body')) DomUtils.appendChild(body, element('noscript', {}, [home]));
  return page;
}

/** The content security policy of the site's pages. Inline scripts and styles count only when they are, to the byte, one of these. */
export function policyFor({ settings }: Site, inline: readonly string[], styles: readonly string[] = []): string {
  const hosts =
    settings.images === 'all'
      ? ['http:', 'https:']
      : settings.images.flatMap((host) => [`https://${host}`, `http://${host}`]);
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inline.map(hashSource)].join(' '),
    ["style-src 'self'", ...styles.map(hashSource)].join(' '),
    `img-src ${["'self'", 'data:', ...hosts].join(' ')}`,
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types broadsheet dompurify',
  ].join('; ');
}

/** What stands in a page's inline scripts. */
export function inlineScripts(page: Document): readonly string[] {
  return elementsNamed(page, 'script')
    .filter(({ attribs }) => !('src' in attribs))
    .map(DomUtils.textContent);
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function setMeta(page: Document, name: string, content: string): void {
  for (const meta of elementsNamed(page, 'meta')) if (meta.attribs['name'] === name) meta.attribs['content'] = content;
}

function makeAbsolute(page: Document, base: string): void {
  for (const { attribs } of DomUtils.filter(isTag, page.children).filter(isTag))
    for (const name of ['href', 'src'])
      if (attribs[name]?.startsWith('./')) attribs[name] = base + attribs[name].slice(2);
}

function listFiles(folder: string, below: string): readonly string[] {
  let children: ReturnType<typeof readChildren>;
  try {
    children = readChildren(join(folder, below));
  } catch (cause) {
    throw new MissingAppError(`${folder}: no built app. Run "npm run build" first.`, { cause });
  }
  return children.flatMap((child) => {
    const path = below === '' ? child.name : `${below}/${child.name}`;
    if (child.name.startsWith('.')) return [];
    return child.isDirectory() ? listFiles(folder, path) : [path];
  });
}

function readChildren(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
