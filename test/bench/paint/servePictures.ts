import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Of the size that the posts say, and of few bytes: it takes its room, and hardly any of the line.
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="555"/>';
const HEAD = { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=31536000, immutable' };

/** The host and port where every address is an empty picture, until closed. */
export async function servePictures(): Promise<{ readonly host: string; readonly close: () => Promise<void> }> {
  const server = createServer((_request, response) => response.writeHead(200, HEAD).end(PICTURE));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // A server that listens on a port has no other kind.
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { host: `127.0.0.1:${port}`, close };
}
