// The rules of who may import whom, and what only some folders may use. Cycles are lint's (`import/no-cycle`).
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findBreaches, type Rules } from './tools/findBreaches.ts';

const PAGE = ['shared', 'wire', 'messages', 'data', 'article', 'device', 'ui', 'routes'];
const ENTRIES = ['main.tsx', 'prerender.tsx'];

const RULES: Rules = {
  mayImport: {
    shared: [],
    messages: [],
    wire: ['shared'],
    builder: ['shared', 'messages'],
    worker: ['shared', 'wire'],
    data: ['shared', 'wire'],
    article: ['shared', 'messages', 'ui'],
    device: ['shared', 'data'],
    ui: ['shared', 'messages'],
    routes: ['shared', 'messages', 'data', 'article', 'device', 'ui'],
    'main.tsx': PAGE,
    'prerender.tsx': PAGE,
  },
  packageFree: ['shared', 'messages', 'wire', 'worker'],
  alone: [
    { what: 'imports', name: /^node:/, folders: ['builder'] },
    { what: 'imports', name: /^dompurify#/, folders: ['article'] },
    { what: 'imports', name: /^react(-dom)?[#/]/, folders: ['data', 'article', 'device', 'ui', 'routes', ...ENTRIES] },
    { what: 'imports', name: /^react-router#Link$/, folders: ['article', 'ui', 'routes'] },
    { what: 'imports', name: /^react-router#(?!Link(Props)?$)/, folders: ['routes', ...ENTRIES] },
    { what: 'imports', name: /^react-router\//, folders: [] },
    // Whose page this is may be known anywhere: the origin is no question that a reader asks.
    { what: 'globals', name: /^(location(?!\.origin$)|history)\b/, folders: ['routes', ...ENTRIES] },
    { what: 'globals', name: /^(fetch|sendBeacon)$/, folders: ['data', 'worker'] },
    { what: 'globals', name: /^caches\b/, folders: ['device', 'worker'] },
    { what: 'globals', name: /^(indexedDB|serviceWorker)\b/, folders: ['device'] },
    // The text of a real page stays as the server wrote it.
    { what: 'properties', name: /^(innerHTML|dangerouslySetInnerHTML)$/, folders: ['article/servedText.ts'] },
    { what: 'properties', name: /^(outerHTML|insertAdjacentHTML)$/, folders: [] },
    { what: 'properties', name: /^(setHTMLUnsafe|createContextualFragment|srcdoc)$/, folders: [] },
  ],
  forbiddenFolders: ['utils', 'helpers', 'lib', 'hooks', 'types'],
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?<!\.d)\.tsx?$/.test(file));

test.each(sources)('src/%s keeps the rules', (file) => {
  expect(findBreaches(file, readFileSync(`src/${file}`, 'utf8'), RULES)).toEqual([]);
});

test.each([
  ['a folder that the table does not allow', 'ui/Row.tsx', "import { q } from '#data/queries.ts';"],
  ['the same for a type', 'ui/Row.tsx', "import type { Q } from '#data/queries.ts';"],
  ['the same for a type written in place', 'ui/Row.tsx', "type Q = import('#data/queries.ts').Q;"],
  ['the same when passed on', 'shared/paths.ts', "export * from '#wire/unpack.ts';"],
  ['the same by name', 'shared/paths.ts', "export { unpack } from '#wire/unpack.ts';"],
  ['the same when loaded late', 'data/a.ts', "const a = () => import('#routes/Home.tsx');"],
  ['an import that is computed', 'routes/a.ts', 'const a = (name: string) => import(name);'],
  ['the starting file', 'routes/a.ts', "import '#main.tsx';"],
  ['a way up', 'builder/post/a.ts', "import { b } from '../site.ts';"],
  ['the long way inside a folder', 'routes/a.ts', "import { b } from '#routes/b.ts';"],
  ['a package where there is none', 'shared/a.ts', "import { parse } from 'yaml';"],
  ['Node in the page', 'data/a.ts', "import { readFileSync } from 'node:fs';"],
  ['React in the builder', 'builder/a.ts', "import { renderToString } from 'react-dom/server';"],
  ['DOMPurify outside article', 'routes/a.ts', "import DOMPurify from 'dompurify';"],
  ['the address outside routes', 'ui/a.ts', "import { useLocation } from 'react-router';"],
  ['all of the router', 'ui/a.ts', "import * as router from 'react-router';"],
  ['the address by another way', 'article/a.ts', 'export const a = () => window.location.href;'],
  ['the history', 'article/a.ts', 'export const a = () => history.back();'],
  ['fetch outside data', 'routes/a.ts', "export const a = () => fetch('/a');"],
  ['fetch through the window', 'routes/a.ts', "export const a = () => window['fetch']('/a');"],
  ['Cache Storage in the page', 'data/a.ts', "export const a = () => caches.open('a');"],
  ['the worker registration', 'routes/a.ts', "export const a = () => navigator.serviceWorker.register('/sw.js');"],
  ['the database', 'routes/a.ts', "export const a = () => indexedDB.open('a');"],
  ['HTML from text', 'article/a.ts', 'export const a = (b: Element) => (b.innerHTML = "");'],
  [
    'HTML from text, by key',
    'article/a.ts',
    'export const a = (b: Element) => b["insertAdjacentHTML"]("beforeend", "");',
  ],
  ['HTML from text, in JSX', 'article/A.tsx', 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;'],
  ['HTML from text, as props', 'article/a.ts', 'export const a = { dangerouslySetInnerHTML: { __html: "" } };'],
  ['a barrel', 'ui/index.ts', 'export const a = 1;'],
  ['a drawer for everything', 'routes/hooks/a.ts', 'export const a = 1;'],
  ['a folder without a line in the table', 'stores/a.ts', 'export const a = 1;'],
])('the rules catch %s', (_name, file, text) => {
  expect(breachesOrFault(file, text)).toHaveLength(1);
});

test.each([
  ['its own files', 'builder/article/a.ts', "import { b } from './b.ts';"],
  ['files below', 'builder/publish.ts', "import { b } from './article/b.ts';"],
  ['its own folder from a folder below', 'builder/article/a.ts', "import { s } from '#builder/site.ts';"],
  ['what the table allows', 'routes/a.ts', "import { q } from '#data/queries.ts';"],
  ['the origin', 'article/a.ts', 'export const isOurs = (link: URL) => link.origin === location.origin;'],
  ['a property named like a global', 'ui/a.ts', 'export const a = (row: { history: string }) => row.history;'],
])('the rules allow %s', (_name, file, text) => {
  expect(findBreaches(file, text, RULES)).toEqual([]);
});

function breachesOrFault(file: string, text: string): string[] {
  try {
    return findBreaches(file, text, RULES);
  } catch (error) {
    return [String(error)];
  }
}
