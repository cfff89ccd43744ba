import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { foldAddress } from '#shared/paths.ts';
import { ASSET_ENDINGS } from './hosts/hostHeaders.ts';

/** What to serve, and where. */
export type ServeOptions = {
  readonly out: string;
  /** 0 for any free port. */
  readonly port: number;
  /** `/` or `/path/`. */
  readonly base: string;
};

/**
 * Serves a published site on this machine, as a good host would: files by name, pages with and without `.html`, immutable
 * files for a year, everything else revalidated, and the reader for every address without a file. Resolves when it listens; rejects when the port is
 * taken.
 */
export function serve({ out, port, base }: ServeOptions): Promise<Server> {
  const files = sirv(out, { dev: true, etag: true, dotfiles: false, setHeaders: setCaching });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (!path.startsWith(base)) return redirectTo(base, path, response);
    request.url = path.slice(base.length - 1);
    if (isHidden(request.url)) return answerNotFound(response);
    // sirv answers for errors of finding a file, not of reading it: a publish may take it away in between.
    response.once('pipe', (file) => file.once('error', () => response.writableEnded || response.destroy()));
    files(request, response, () => {
      // The server looks for what an address without ending may mean, and not for the reverse.
      request.url = bareAddress(request.url ?? '/');
      files(request, response, () => answerWithout(request, response, out));
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

function setCaching(response: ServerResponse, path: string): void {
  const isImmutable = /^\/(?:broadsheet\/|data\/posts\/)/.test(path);
  response.setHeader('Cache-Control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (path.startsWith('/data/posts/')) response.setHeader('Content-Type', 'application/octet-stream');
}

function answerWithout({ url, method }: IncomingMessage, response: ServerResponse, out: string): void {
  // A data file that is gone must look gone; only addresses that a person may open get the reader.
  if (/^\/(?:data|broadsheet)\//.test(url ?? '') || (method !== 'GET' && method !== 'HEAD')) {
    return answerNotFound(response);
  }
  const status = isAsset(url ?? '') ? 404 : 200;
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
  createReadStream(fallbackIn(out))
    .once('error', () => response.end('No published site here.\n'))
    .pipe(response);
}

/** The page for addresses without a file. Sites of before 404.html had a page of its own had it in their front page. */
function fallbackIn(out: string): string {
  const [page = '', front = ''] = ['404.html', 'index.html'].map((name) => join(out, name));
  return existsSync(page) ? page : front;
}

/** Whether a script, style or picture is asked for: where it is gone, a page must not be taken for it. */
function isAsset(url: string): boolean {
  return ASSET.test(url.split(/[?#]/, 1)[0] ?? '');
}

const ASSET = new RegExp(`\\.(?:${ASSET_ENDINGS.join('|')})$`, 'i');

/** An address without the ending of a page. */
function bareAddress(url: string): string {
  return url.replace(/(?:\/index)?\.html(?=[?#]|$)/, '');
}

/** Whether a path leads to what is not for readers: the builder's own notes. */
function isHidden(url: string): boolean {
  return foldAddress(url.split(/[?#]/, 1)[0] ?? '')
    .split('/')
    .some((segment) => segment.startsWith('.'));
}

function answerNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

function redirectTo(base: string, path: string, response: ServerResponse): void {
  const isBaseItself = `${path}/` === base || path === '/';
  response.writeHead(isBaseItself ? 302 : 404, isBaseItself ? { Location: base } : {}).end();
}
