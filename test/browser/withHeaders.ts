import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ServedSite } from './publishAndServe.ts';

/** The same site on a host that sends the policy in its `_headers` with everything. */
export async function withHeaders(site: ServedSite): Promise<ServedSite> {
  const headers = await readFile(join(site.folder, '_headers'), 'utf8');
  const policy = /Content-Security-Policy: (.*)/.exec(headers)?.[1] ?? '';
  const server = createServer((request, response) => {
    const asked = get(new URL(request.url ?? '/', site.url), (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-security-policy': policy });
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // It listens on a port.
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await site.close();
  };
  return { ...site, url: `http://localhost:${port}/`, close };
}
