import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inventPost } from './inventPost.ts';

/** A page on a server of its own, until closed. */
export type ServedPage = { readonly url: string; readonly bytes: number; readonly close: () => void };

/** Serves one page that holds the row of every one of that many invented posts: what a list is compared with. */
export async function servePlainList(count: number): Promise<ServedPage> {
  const rows = Array.from({ length: count }, (_row, place) => rowOf(inventPost(place, 1000).text));
  const html = `<!doctype html><meta charset="utf-8"><title>Plain</title><main>${rows.join('')}</main>`;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo; // A server that listens on a port has no other kind.
  return { url: `http://localhost:${port}/`, bytes: Buffer.byteLength(html), close: () => server.close() };
}

function rowOf(text: string): string {
  const title = /^title: "(.*)"$/m.exec(text)?.[1] ?? '';
  const time = /^date: .* (\d\d:\d\d)/m.exec(text)?.[1] ?? '';
  const digest = /<p>([^<]{0,60})/.exec(text)?.[1] ?? '';
  const head = `<time>${time}</time><h3><a href="#"><bdi>${title}</bdi></a></h3>`;
  return `<article>${head}<p>${digest}</p><p><a href="#">晚报</a> <a href="#">港口</a></p></article>`;
}
