// A host that can be told how to misbehave.
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';

/** What goes wrong with an answer. */
export type Fault =
  | 'server error'
  | 'not found'
  /** The login page of a hotel, with status 200. */
  | 'login page'
  /** It ends in the middle, and was to be longer. */
  | 'cut off'
  /** Half of it comes, and then nothing more. */
  | 'stalled'
  /** As long as it should be, but other bytes. */
  | 'damaged'
  /** Nothing ever comes. */
  | 'hung'
  /** The connection ends without an answer. */
  | 'dropped';

/** What `LOGIN` shows, and no page of a site may. */
export const LOGIN_WORDS = 'Please log in to the harbour hotel';
const LOGIN = `<!doctype html><html><body><h1>${LOGIN_WORDS}</h1></body></html>`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a site folder. */
export class FaultyServer {
  /** Paths asked for, in order, all of them. */
  readonly asked: string[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #hanging = new Set<ServerResponse>();
  readonly #redirectsHtml: boolean;
  #server: Server | null = null;
  #port = 0;
  #folder: string;
  #fault: { readonly kind: Fault; readonly paths: RegExp } | null = null;

  /** `redirectsHtml`: as some hosts do, from `x.html` to `x`, and from `index.html` to its folder. */
  constructor(folder: string, { redirectsHtml = false } = {}) {
    this.#folder = folder;
    this.#redirectsHtml = redirectsHtml;
  }

  /** Home, with a closing slash. */
  get url(): string {
    return `http://localhost:${this.#port}/`;
  }

  /** Listens, on the same port as before when it was stopped. */
  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      // Whoever was not answered before the end may ask for files that went with it.
      this.#answer(request.url ?? '/', response).catch((error: unknown) => {
        if (this.#server) throw error;
      });
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server.listen(this.#port, 'localhost');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port; // It listens on a port.
  }

  /** Nobody answers any more. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server?.listening) return;
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(server, 'close');
  }

  /** From now on, answers for these paths go wrong, also those that are kept alive. */
  misbehave(kind: Fault, paths = /^/): void {
    this.#fault = { kind, paths };
  }

  /** All is well again. What hangs stays hanging: nobody will ever answer it. */
  behave(): void {
    this.#fault = null;
  }

  /** Serves another folder. */
  serve(folder: string): void {
    this.#folder = folder;
  }

  async #answer(url: string, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(url.replace(/[?#].*/s, ''));
    this.asked.push(path);
    if (this.#fault?.paths.test(path) !== true) return this.#serveFile(path, response);
    await this.#serveFault(this.#fault.kind, path, response);
  }

  async #serveFault(kind: Fault, path: string, response: ServerResponse): Promise<void> {
    if (kind === 'hung') this.#hanging.add(response);
    else if (kind === 'dropped') response.destroy();
    else if (kind === 'server error') response.writeHead(500).end('out of order');
    else if (kind === 'not found') response.writeHead(404).end('none');
    else if (kind === 'login page') response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN);
    else await this.#serveBroken(kind, path, response);
  }

  async #serveBroken(kind: 'cut off' | 'stalled' | 'damaged', path: string, response: ServerResponse): Promise<void> {
    const file = await this.#find(path);
    if (!file) return void response.writeHead(404).end();
    const half = file.bytes.subarray(0, file.bytes.length / 2);
    response.writeHead(200, { ...file.headers, 'content-length': file.bytes.length });
    if (kind === 'damaged')
      return void response.end(Buffer.concat([half, Buffer.alloc(file.bytes.length - half.length, 'x')]));
    response.write(half);
    if (kind === 'stalled') this.#hanging.add(response);
    else setTimeout(() => response.destroy(), 50);
  }

  async #serveFile(path: string, response: ServerResponse): Promise<void> {
    if (this.#redirectsHtml && path.endsWith('.html')) {
      const bare = path.replace(/(?:\/index)?\.html$/, (ending) => (ending === '.html' ? '' : '/'));
      return void response.writeHead(308, { location: encodeURI(bare) }).end();
    }
    const file = await this.#find(path);
    if (file) return void response.writeHead(200, file.headers).end(file.bytes);
    const isPage = !/^\/(?:data|broadsheet)\//.test(path) && !/\.(?!html)\w+$/.test(path);
    const fallback = await readFile(join(this.#folder, '404.html'));
    if (isPage) response.writeHead(200, { 'content-type': TYPES['.html'], 'cache-control': 'no-cache' }).end(fallback);
    else response.writeHead(404).end('none');
  }

  async #find(path: string) {
    const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
    for (const name of names) {
      const file = join(this.#folder, name);
      if (!(await stat(file).catch(() => null))?.isFile()) continue;
      const isLasting = /^\/(?:broadsheet\/[^/]+$|data\/posts\/)/.test(path);
      const headers = {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      };
      return { bytes: await readFile(file), headers };
    }
    return null;
  }
}
