import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '#builder/serve.ts';
import { baseOf } from '#builder/site.ts';
import { UsageError } from '#builder/UsageError.ts';
import { defineCommand } from './defineCommand.ts';
import { existingFolder } from './given.ts';

/** `broadsheet serve`: prints its address, and runs until it is stopped. */
export const serveCommand = defineCommand({
  name: 'serve',
  operands: ['<out>'],
  does: 'preview a published site',
  options: {
    port: { type: 'string', value: '4173', does: '0 takes any free port' },
    base: { type: 'string', value: '/path/', does: 'where the site lies; as it was published, if not given' },
  },
  run: async ([out], values) => {
    const port = portOf(values.port ?? '4173');
    const folder = existingFolder(out);
    const base = values.base === undefined ? publishedBase(folder) : baseOf(values.base);
    const server = await serve({ out: folder, port, base });
    const address = server.address() as AddressInfo; // A server that listens on a port has no other kind.
    process.stdout.write(`http://localhost:${address.port}${base}\n`);
    return 0;
  },
});

/** The base that the pages of a site name; that of a host's root where there are none. */
function publishedBase(folder: string): string {
  for (const page of ['404.html', 'index.html'])
    try {
      const html = readFileSync(join(folder, page), 'utf8');
      const [, base] = /<meta name="broadsheet-base" content="([^"]*)"/.exec(html) ?? [];
      if (base !== undefined) return baseOf(base);
    } catch {
      // No site, or a part of one: what is there is served all the same.
    }
  return '/';
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${text} is no port.`);
  return port;
}
