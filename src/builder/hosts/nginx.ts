import { compareText } from '#builder/report.ts';
import type { Host, HostSite } from './Host.ts';
import { ASSET_ENDINGS, type Header, IMMUTABLE, REVALIDATED, securityHeaders } from './hostHeaders.ts';
import { redirectForms } from './redirectForms.ts';

const FILE = 'broadsheet.nginx.conf';

// nginx has no limit. Each is three locations, which it reads at every start.
const MAX_REDIRECTS = 5000;

/** A server of one's own with nginx, which includes the file in a `server` block. */
export const nginx: Host = {
  paths: [FILE],
  maxRedirects: MAX_REDIRECTS,
  filesFor: (site) => {
    const redirects = redirectForms(site.redirects.slice(0, MAX_REDIRECTS), site.base).map(({ from, to }) =>
      from.map((form) => `location = ${quoted(decoded(form))} { absolute_redirect off; return 301 ${quoted(to)}; }`),
    );
    // In order of name they are read many times faster.
    const text = [HEAD, ...locations(site), ...redirects.flat().toSorted(compareText)].join('\n');
    return { files: [{ path: FILE, text: `${text}\n` }], redirects: redirects.length };
  },
};

const HEAD = `# Written by broadsheet publish. In a server block, with the folder of the site:
#   set $broadsheet /srv/news/site;
#   include /srv/news/site/${FILE};
`;

const NOT_FOUND = 'types { } default_type text/plain; return 404 "Not found\\n";';

/** The last is for addresses with a page and without; a regular expression goes before it, `^~` and `=` before those. */
function locations({ base, policy }: HostSite): readonly string[] {
  const path = decoded(base);
  const root = rootOf(path);
  const security = securityHeaders(policy).map((header) => added(header, ' always'));
  const unpoliced = security.slice(1); // Data is no page, and there is much of it.
  const [fixed, fresh] = [added(IMMUTABLE), added(REVALIDATED)];
  const page = [...root, ...security, fresh];
  const gone = 'try_files $uri @broadsheet_gone;';
  const app = 'try_files $uri $uri/index.html @broadsheet_gone;'; // The worker asks for the shell by its folder.
  const found = 'try_files $uri $uri.html $uri/index.html';
  return [
    ...(path === '/' ? [] : [atBase(path)]),
    block(`^~ ${quoted(`${path}data/posts/`)}`, [...root, ...unpoliced, fixed, PACKED_TYPE, gone]),
    block(`^~ ${quoted(`${path}data/`)}`, [...root, ...unpoliced, fresh, DATA_TYPE, gone]),
    block(`^~ ${quoted(`${path}broadsheet/`)}`, [...root, ...security, fixed, APP_TYPES, app]),
    block(`= ${quoted(`${path}manifest.webmanifest`)}`, [...page, INSTALL_TYPE, gone]),
    block(`~ ${quoted(`^${pattern(path)}(?:${pattern(FILE)}$|(?:.*/)?\\.(?!well-known/))`)}`, [NOT_FOUND]),
    block(`~ ${quoted(`^${pattern(path)}.+\\.(?i:${ASSET_ENDINGS.join('|')})$`)}`, [
      ...[...page, 'error_page 404 @broadsheet_reader;', `${found} =404;`],
    ]),
    block(quoted(path), [...page, `${found} @broadsheet_folded;`]),
    block('@broadsheet_folded', [
      ...['root $broadsheet;', ...security, fresh, 'rewrite "^(.+?)(?:/index\\.html|\\.html|/)$" $1 break;'],
      'try_files $uri.html $uri/index.html @broadsheet_reader;',
    ]),
    block('@broadsheet_reader', ['root $broadsheet;', ...security, fresh, 'rewrite ^ /404.html break;']),
    block('@broadsheet_gone', [NOT_FOUND]),
  ];
}

const PACKED_TYPE = 'types { } default_type application/octet-stream;';
const DATA_TYPE = 'types { } default_type application/json;';
const APP_TYPES = 'types { text/html html; text/javascript js; text/css css; image/svg+xml svg; font/woff2 woff2; }';
const INSTALL_TYPE = 'types { } default_type application/manifest+json;';

/** The base stands in the address and not in the folder. */
function rootOf(path: string): readonly string[] {
  const strip = `rewrite ${quoted(`^${pattern(path.slice(0, -1))}(/.*)$`)} $1 break;`;
  return ['root $broadsheet;', ...(path === '/' ? [] : [strip])];
}

function atBase(path: string): string {
  const target = `${quoted(path).slice(0, -1)}$is_args$args"`;
  return block(`= ${quoted(path.slice(0, -1))}`, ['absolute_redirect off;', `return 301 ${target};`]);
}

function block(match: string, lines: readonly string[]): string {
  return `location ${match} {\n${lines.map((line) => `  ${line}\n`).join('')}}`;
}

function added([name, value]: Header, when = ''): string {
  return `add_header ${name} ${quoted(value)}${when};`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function pattern(path: string): string {
  return path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

// nginx compares what the address means.
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // Not UTF-8: nobody can have meant this base.
  }
}
