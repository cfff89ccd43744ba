// A site of three articles with a picture each, on hosts of pictures that can be stopped like the site itself.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publishAndServe, type ServedSite } from './publishAndServe.ts';

/** A site whose posts can be corrected and withdrawn. */
export type SavedSite = ServedSite & {
  /** The URL of a picture that no post has. */
  readonly picture: string;
  /** Publishes anew with another title, text and picture of `tide`. */
  readonly correct: (title: string, text: string) => Promise<void>;
  /** Publishes anew without a post. */
  readonly withdraw: (name: string) => Promise<void>;
};

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect width="80" height="60" fill="teal"/></svg>';
const NAMES = ['tide', 'pier', 'ferry'] as const;

/** The titles of the posts, which lie at `/2026/11/2x/<name>.html`. */
export const TITLES = { tide: '潮位站换了新浮子', pier: '三号码头今晚停电', ferry: '末班渡轮改到十点' } as const;

/** Where a post lies. */
export const addressOf = (name: (typeof NAMES)[number]) => `2026/11/2${NAMES.indexOf(name)}/${name}.html`;

/** Publishes it, with more options where they are given, and serves it. The picture of `tide` may be read by any site, the others may be shown only. */
export async function startSavedSite(options: readonly string[] = []): Promise<SavedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-posts-'));
  const open = await servePictures({ 'access-control-allow-origin': '*' });
  const closed = await servePictures({});
  await writeFile(join(folder, '_config.yml'), 'title: 潮信\nlang: zh-CN\ntimezone: Asia/Shanghai\nfuture: true\n');
  const file = (name: string, index: number) => join(folder, '_posts', `2026-11-2${index}-${name}.md`);
  await promisify(execFile)('mkdir', [join(folder, '_posts')]);
  for (const [index, name] of NAMES.entries()) {
    const host = name === 'tide' ? open.origin : closed.origin;
    const text = postText(TITLES[name], `正文第一段，说的是${name}。`, `${host}/${name}.svg`);
    await writeFile(file(name, index), text);
  }
  const site = await publishAndServe(folder, options);
  const publishAnew = async () => {
    await promisify(execFile)(process.execPath, ['dist/cli.js', 'publish', folder, site.folder, '--keep', '0']);
  };
  return {
    ...site,
    picture: `${open.origin}/earlier.svg`,
    correct: async (title, text) => {
      await writeFile(file('tide', 0), postText(title, text, `${open.origin}/mended.svg`));
      await publishAnew();
    },
    withdraw: async (name) => {
      const index = NAMES.findIndex((each) => each === name);
      await rm(file(name, index));
      await publishAnew();
    },
    close: async () => {
      await Promise.all([site.close(), open.close(), closed.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function postText(title: string, text: string, picture: string): string {
  return `---\ntitle: ${title}\n---\n${text}\n\n<figure><img src="${picture}" alt="图"></figure>\n`;
}

async function servePictures(headers: Readonly<Record<string, string>>) {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store', ...headers }).end(SVG),
  );
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // It listens on a port.
  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { origin: `http://localhost:${port}`, close };
}
