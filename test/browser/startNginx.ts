import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findNginx } from '../tools/findNginx.ts';

const TRIES = 200;
const PAUSE_MS = 50;

/** A server that listens until it is closed. Its address has no closing slash. */
export type Nginx = { readonly origin: string; readonly close: () => Promise<void> };

/** Starts nginx on a free port of this machine, with the configuration that publishing wrote for a site folder. */
export async function startNginx(site: string): Promise<Nginx> {
  const [program, port] = [await findNginx(), await freePort()];
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-nginx-'));
  const config = join(folder, 'nginx.conf');
  await writeFile(config, configFor(site, folder, port));
  const server = spawn(program, ['-p', folder, '-c', config, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const close = async () => {
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  await listening(port, server);
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** What a person writes around the file of a site. As root, nginx would give its workers to somebody who may read less. */
function configFor(site: string, folder: string, port: number): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
error_log stderr crit;
worker_processes 1;
pid ${folder}/nginx.pid;
events { }
http {
  access_log off;
  ${paths.join('\n  ')}
  types { text/html html; text/plain txt; application/javascript js; image/svg+xml svg; image/png png; }
  default_type application/octet-stream;
  server {
    listen 127.0.0.1:${port};
    set $broadsheet ${site};
    include ${site}/broadsheet.nginx.conf;
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // It listens on a port.
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (server.exitCode !== null) throw new Error(`nginx ended with ${server.exitCode}; its messages stand above`);
    if (await isOpen(port)) return;
    await sleep(PAUSE_MS);
  }
  throw new Error('nginx does not listen');
}

function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise<boolean>((settle) => {
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  }).finally(() => socket.destroy());
}
