import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FileKind, findFile, type PackedFile, packFiles } from './packFiles.ts';
import type { PaintSite } from './paintSite.ts';

/** One answer that the server gave. */
type Answer = { readonly kind: FileKind; readonly bodyBytes: number };

/** A site on a server of its own, which counts what it answers to pages and workers alike. */
export type CountedSite = {
  /** Without a closing slash. */
  readonly origin: string;
  /** How many answers there were, ever. */
  readonly count: () => number;
  /** The answers since the last call. */
  readonly take: () => readonly Answer[];
  readonly close: () => Promise<void>;
};

type Served = Pick<PaintSite, 'folder' | 'hasFallback'>;

/** Serves a folder as a good host would: compressed, hashed names immutable, the rest revalidated. */
export async function serveCounted(site: Served): Promise<CountedSite> {
  let answers: Answer[] = [];
  let before = 0;
  const pack = packFiles();
  const server = createServer((request, response) => {
    answers.push(answer(request, response, { site, pack }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // A server that listens on a port has no other kind.
  const take = () => {
    const taken = answers;
    before += taken.length;
    answers = [];
    return taken;
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, count: () => before + answers.length, take, close };
}

type Source = { readonly site: Served; readonly pack: (file: string) => PackedFile };

function answer({ url = '/', headers }: IncomingMessage, response: ServerResponse, { site, pack }: Source): Answer {
  const path = decodeURIComponent(new URL(url, 'http://host').pathname);
  const isOurs = /^\/(?:broadsheet|data)\//.test(path);
  const found = findFile(site.folder, path) ?? (site.hasFallback && !isOurs && findFile(site.folder, '404.html'));
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    return { kind: 'other', bodyBytes: 0 };
  }
  const { body, etag, type, isBrotli, kind } = pack(found);
  const isImmutable = /^\/(?:broadsheet|data\/posts)\//.test(path);
  response.setHeader('Cache-Control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', etag);
  if (headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return { kind, bodyBytes: 0 };
  }
  if (isBrotli) response.setHeader('Content-Encoding', 'br');
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.byteLength }).end(body);
  return { kind, bodyBytes: body.byteLength };
}
