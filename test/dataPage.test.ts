// docs/data.md tells other programs how to read an archive. What it says of itself is held to be true here.
import { exec } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, dirname } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { serve } from '#builder/serve.ts';
import { ALLOWED_TAGS, MATH_TAGS } from '#shared/allowList.ts';
import { fnv1a64, spreadDigits } from '#shared/hash.ts';
import { fullDay, MOVED } from './tools/fullDay.ts';
import { SCHEMAS } from './tools/schemas.ts';
import { APP_FOLDER, makeFolder } from './unit/builder/folders.ts';

const PAGE = readFileSync('docs/data.md', 'utf8');
const PAGE_HOST = 'http://localhost:4999';
const PROGRAM = blocks('js').join('');

const servers: Server[] = [];
let demo = '';
let full = '';

beforeAll(async () => {
  [demo, full] = await Promise.all([publishAndServe('demo'), publishAndServe(makeFolder(fullDay()))]);
});
afterAll(() => {
  for (const server of servers) server.close();
});

async function publishAndServe(folder: string): Promise<string> {
  const out = makeFolder();
  await publish({ folder, out, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 22) });
  const server = await serve({ out, port: 0, base: '/' });
  servers.push(server);
  return `http://localhost:${(server.address() as AddressInfo).port}`; // It listens on a port.
}

/** The code blocks of a language. */
function blocks(language: string): readonly string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);
}

/** The commands that the page shows for a program, each with what it prints. */
function shownRuns(program: string): readonly (readonly [command: string, output: string])[] {
  const runs = blocks('console').flatMap((text) => text.split(/^\$ /m).slice(1));
  return runs
    .filter((run) => run.startsWith(`${program} `))
    .map((run) => [run.slice(0, run.indexOf('\n')), run.slice(run.indexOf('\n') + 1)]);
}

/** What a command line prints in a folder that holds the page's program. */
async function printed(command: string): Promise<string> {
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}` };
  const { stdout } = await promisify(exec)(command, { cwd: makeFolder({ 'archive.mjs': PROGRAM }), env });
  return stdout;
}

test('the page shows runs of its program', () => {
  expect(shownRuns('node').length).toBeGreaterThanOrEqual(3);
});

test.each(shownRuns('node'))('%s prints what the page says', async (command, output) => {
  expect(await printed(command.replace(PAGE_HOST, demo))).toBe(output);
});

test('the programs in other languages are said to print the same', () => {
  const ofNode = new Set(shownRuns('node').map(([, output]) => output));
  expect(new Set(shownRuns('python3').map(([, output]) => output))).toEqual(ofNode);
});

test('the program lists every post where periods are divided, by hash too', async () => {
  const lines = (await printed(`node archive.mjs ${full} list`)).trim().split('\n');
  const titles = new Set(lines.map((line) => line.split('  ')[1]));
  expect([lines.length, titles.size]).toEqual([2101, 2101]);
});

test.each([
  ['on a day that is split', '/2024/05/30/Dated-7/', '/2024/05/30/dated-7.html'],
  ['by links that are split', MOVED.address, MOVED.address],
  ['by an old address', MOVED.from, MOVED.address],
])('the program finds an article %s', async (_name, asked, address) => {
  expect((await printed(`node archive.mjs ${full} read ${asked}`)).split('\n')[2]).toBe(address);
});

test('the hashes of the page are ours', () => {
  const rows = [...PAGE.matchAll(/^\| `(.*?)` \| `([0-9a-f]{16})` \| `([0-9a-f]{8})` \|$/gm)];
  expect(rows).toHaveLength(4);
  for (const [, text = '', fnv, spread] of rows)
    expect([text, fnv1a64(text), spreadDigits(text)]).toEqual([text, fnv, spread]);
  expect(PAGE).toContain(`\`渔市\` lies in \`streams/category/~${fnv1a64('渔市')}/\``);
});

test('the page names the elements of the allow-list', () => {
  expect(blocks('html').join('').trim().split(/\s+/)).toEqual(ALLOWED_TAGS.filter((tag) => !MATH_TAGS.includes(tag)));
});

test('the page leads to every schema', () => {
  const linked = [...PAGE.matchAll(/\(schemas\/([\w.]+\.json)\)/g)].map(([, file]) => file);
  expect(linked.toSorted()).toEqual(readdirSync(SCHEMAS).toSorted());
});
