import type { AddressInfo } from 'node:net';
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
    base: { type: 'string', value: '/path/', does: 'as it was published' },
  },
  run: async ([out], values) => {
    const port = portOf(values.port ?? '4173');
    const base = baseOf(values.base ?? '/');
    const server = await serve({ out: existingFolder(out), port, base });
    const address = server.address() as AddressInfo; // A server that listens on a port has no other kind.
    process.stdout.write(`http://localhost:${address.port}${base}\n`);
    return 0;
  },
});

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${text} is no port.`);
  return port;
}
