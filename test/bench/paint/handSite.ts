import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OwnSite } from './readOwnSite.ts';

// What somebody would write who wants a page to be read and nothing else.
const STYLE =
  'body{max-width:42em;margin:0 auto;padding:1em;font:1.05em/1.7 serif;color:#222;background:#fdfcf8}' +
  'h1{line-height:1.3}time,small{color:#666}img{max-width:100%;height:auto}figure{margin:1em 0}';

/** Writes plain pages of the same articles, at the same addresses, and a home of the newest. */
export async function writeHandSite({ newest, articles }: OwnSite, out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  for (const { address, title, time, source = '', html } of articles.values()) {
    const head = `<h1>${title}</h1><p><time>${time.replace('T', ' ')}</time> <small>${source}</small>`;
    await writePage(join(out, decodeURIComponent(address)), title, `<p><a href="/">新闻</a></p>${head}${html}`);
  }
  const rows = newest.map(
    ({ address, title, time, digest = '' }) =>
      `<h2><a href="${address}">${title}</a></h2><p><time>${time.slice(11)}</time> ${digest}</p>`,
  );
  await writePage(join(out, 'index.html'), '新闻', `<h1>新闻</h1>${rows.join('')}`);
}

async function writePage(file: string, title: string, body: string): Promise<void> {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `<!doctype html><html lang="zh-CN">${head}<style>${STYLE}</style><main>${body}</main></html>\n`,
  );
}
