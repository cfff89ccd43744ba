import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Lock } from '#builder/files/Lock.ts';
import { publish } from '#builder/publish.ts';
import type { Finding } from '#builder/report.ts';
import { verify } from '#builder/verify.ts';
import { runCli, type Ran } from './commands/runCli.ts';
import { fakePrerender } from './fakePrerender.ts';
import { APP_FOLDER, type Files, makeFolder, putFiles, readFiles, readServed } from './folders.ts';
import { numberedPost, numberedPosts, postText } from './posts.ts';

const CONFIG = { '_config.yml': 'title: 澜浦潮信\nurl: https://lanpu.example\ntimezone: Asia/Shanghai\n' };
const PAGES = { count: 3, prerender: fakePrerender };
const MIB = 1024 * 1024;
const BOMB = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_line, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`),
].join('\n');

/** A fault: what to put into the folder, and what is said of which file; null where the post is published without a word. */
type Fault = readonly [name: string, put: Files | ((folder: string) => void), file: string, said: RegExp | null];

const FAULTS: readonly Fault[] = [
  [
    'bytes that are GBK',
    {
      '_posts/2024-06-01-gbk.md': Buffer.concat([
        Buffer.from('---\ntitle: x\n---\n'),
        Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
      ]),
    },
    '_posts/2024-06-01-gbk.md',
    /UTF-8/,
  ],
  [
    'bytes in no encoding',
    { '_posts/2024-06-02-bytes.md': Buffer.from([0x80, 0xff, 0xfe, 0x00, 0x81]) },
    '_posts/2024-06-02-bytes.md',
    /UTF-8/,
  ],
  ['front matter in JavaScript', jsPost('2024-06-03'), '_posts/2024-06-03-js.md', /another language/],
  ['an alias bomb', { '_posts/2024-06-04-bomb.md': `---\n${BOMB}\n---\n潮` }, '_posts/2024-06-04-bomb.md', /YAML/],
  [
    'a post of 50 MB',
    {
      '_posts/2024-06-05-long.md': Buffer.concat([
        Buffer.from('---\ntitle: 长\n---\n'),
        Buffer.alloc(50 * MIB, '潮信\n\n'),
      ]),
    },
    '_posts/2024-06-05-long.md',
    /52428819 bytes/,
  ],
  [
    'a category that leads up',
    pathPost('2024-06-06', 'categories: ["../../../outside"]'),
    '_posts/2024-06-06-path.md',
    null,
  ],
  [
    'a redirect that leads up',
    pathPost('2024-06-07', 'redirect_from: /../../outside.html'),
    '_posts/2024-06-07-path.md',
    null,
  ],
  [
    'the address of a data file',
    pathPost('2024-06-08', 'permalink: /data/manifest.json'),
    '_posts/2024-06-08-path.md',
    /address/,
  ],
  [
    'the address of the front page',
    pathPost('2024-06-09', 'permalink: /index.html'),
    '_posts/2024-06-09-path.md',
    /address/,
  ],
  [
    'the address of the service worker',
    pathPost('2024-06-10', 'permalink: /sw.js'),
    '_posts/2024-06-10-path.md',
    /address/,
  ],
  ['a file at the place of one of ours', { 'data/manifest.json': '{}' }, 'data/manifest.json', /address of the reader/],
  [
    'two posts with one address',
    {
      '_posts/2024-06-11-a.md': postText({ title: '甲', permalink: '/same.html' }),
      '_posts/2024-06-11-b.md': postText({ title: '乙', permalink: '/same.html' }),
    },
    '_posts/2024-06-11-a.md',
    /same\.html/,
  ],
  [
    'names equal but for case',
    { '_posts/2024-06-12-Tide.md': postText({ title: '潮' }), '_posts/2024-06-12-tide.md': postText({ title: '汐' }) },
    '_posts/2024-06-12-Tide.md',
    /address/,
  ],
  [
    'names equal but for the form of Unicode',
    {
      ['_posts/2024-06-13-café.md'.normalize('NFC')]: postText({ title: '潮' }),
      ['_posts/2024-06-13-café.md'.normalize('NFD')]: postText({ title: '汐' }),
    },
    '_posts/2024-06-13-café.md'.normalize('NFD'),
    /address/,
  ],
  [
    'a folder named like a post',
    (folder) => mkdirSync(join(folder, '_posts/2024-06-14-folder.md')),
    '_posts/2024-06-14-folder.md',
    /folder/,
  ],
  [
    'a pipe named like a post',
    (folder) => execFileSync('mkfifo', [join(folder, '_posts/2024-06-15-pipe.md')]),
    '_posts/2024-06-15-pipe.md',
    /no plain file/,
  ],
  ['a socket named like a post', () => {}, '_posts/2024-06-16-socket.md', /no plain file/],
  [
    'a link that leads to itself',
    (folder) => symlinkSync('2024-06-17-loop.md', join(folder, '_posts/2024-06-17-loop.md')),
    '_posts/2024-06-17-loop.md',
    /no plain file/,
  ],
  ['folders that lead around', (folder) => symlinkSync('..', join(folder, '_posts/around')), '_posts/around', null],
];

function jsPost(day: string): Files {
  return { [`_posts/${day}-js.md`]: '---js\n{ title: process.exit(7) }\n---\n潮' };
}

function pathPost(day: string, line: string): Files {
  return { [`_posts/${day}-path.md`]: `---\ntitle: 路\n${line}\n---\n潮` };
}

let around = '';
let clean: Record<string, string> = {};
let before: Record<string, string> = {};
let ran: Ran;
let findings: readonly Finding[] = [];
let socket: Server;

beforeAll(async () => {
  const good = { ...CONFIG, ...numberedPosts(20) };
  around = makeFolder({ 'own.txt': '我的' });
  const [folder, out, report] = [join(around, 'posts'), join(around, 'site'), join(makeFolder(), 'report.json')];
  putFiles(folder, good);
  for (const [, put] of FAULTS) {
    if (typeof put === 'function') put(folder);
    else putFiles(folder, put);
  }
  socket = createServer().listen(join(folder, '_posts/2024-06-16-socket.md'));
  await new Promise((resolve) => socket.once('listening', resolve));
  before = readFiles(around);
  ran = runCli(['publish', folder, out, '--report', report]);
  const told = JSON.parse(readFileSync(report, 'utf8')) as Record<string, Finding[]>; // Just written.
  findings = [...(told['problems'] ?? []), ...(told['leftOut'] ?? [])];
  const alone = makeFolder();
  await publishTo(alone, makeFolder(good));
  clean = readServed(alone);
});

afterAll(() => void socket.close());

function publishTo(out: string, folder: string, isFull = false) {
  const nowMs = Date.UTC(2027, 0, 15, 8);
  return publish({ folder, out, appFolder: APP_FOLDER, nowMs, keepMs: 0, isFull, pages: PAGES });
}

describe('in one folder of posts', () => {
  test.each(FAULTS)('%s: the file is named, with what to do', (_name, _put, file, said) => {
    const found = findings.filter((finding) => finding.file === file);
    if (said === null) expect(found).toEqual([]);
    else expect(found.map((finding) => finding.found).join()).toMatch(said);
    for (const { remedy } of found) expect(remedy).not.toBe('');
  });

  test('all that can be published is, and the command ends with 0', () => {
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('site: 36 posts')]);
    const served = readServed(join(around, 'site'));
    for (const path of Object.keys(clean).filter((each) => each.startsWith('data/days/')))
      expect(served[path]).toBe(clean[path]);
    expect(verify(join(around, 'site'))).toMatchObject({ articles: 36, problems: [] });
  });

  test('nothing outside the site folder is touched', () => {
    const outside = Object.entries(readFiles(around)).filter(([path]) => !path.startsWith('site/'));
    expect(Object.fromEntries(outside)).toEqual(before);
  });
});

const OF_ANOTHER_DAY = { ...numberedPost(100), ...numberedPost(101) };

/** What becomes of a file that is copied, kept or restored badly. */
const DAMAGES: readonly (readonly [string, (file: string) => void])[] = [
  ['missing', (file) => rmSync(file)],
  ['empty', (file) => writeFileSync(file, '')],
  ['half of it', (file) => writeFileSync(file, readFileSync(file).subarray(0, readFileSync(file).length / 2))],
  ['something else', (file) => writeFileSync(file, '[{"潮": 1}]')],
];

test.each(DAMAGES)('with any note of the last publish %s, the next one is right', async (_name, damage) => {
  const [folder, first, out, after] = [
    makeFolder({ ...CONFIG, ...numberedPosts(3), ...OF_ANOTHER_DAY }),
    makeFolder(),
    makeFolder(),
    makeFolder(),
  ];
  await publishTo(first, folder);
  putFiles(folder, { ...numberedPost(4), ...numberedPost(1, '<p>改了。</p>') });
  rmSync(join(folder, '_posts/2024-05-02-no100.md'));
  await publishTo(after, folder);
  const notes = Object.keys(readFiles(first)).filter((path) => path.startsWith('.broadsheet/'));
  expect(notes.length).toBeGreaterThan(4);
  for (const note of notes) {
    rmSync(out, { recursive: true });
    cpSync(first, out, { recursive: true, preserveTimestamps: true });
    damage(join(out, note));
    await publishTo(out, folder);
    expect(verify(out).problems, note).toEqual([]);
    expect(readServed(out), note).toEqual(readServed(after));
  }
});

test('without notes, too, a page, feed or sitemap of what is gone goes, and a site in a folder of this one stays', async () => {
  const old = { '_posts/2023-03-04-old.md': postText({ title: '旧', tags: '旧闻' }) };
  const [folder, out, clean] = [makeFolder({ ...CONFIG, ...numberedPosts(2), ...old }), makeFolder(), makeFolder()];
  await publishTo(out, folder);
  await publishTo(join(out, 'news'), folder);
  putFiles(out, { 'own.html': '<p>我的</p>' });
  const others = Object.entries(readFiles(out)).filter(([path]) => /^(?:news\/|own)/.test(path));
  rmSync(join(out, '.broadsheet'), { recursive: true });
  rmSync(join(folder, '_posts/2023-03-04-old.md'));
  await publishTo(clean, folder);
  await publishTo(out, folder);
  expect(readServed(out)).toEqual({ ...readServed(clean), ...Object.fromEntries(others) });
});

test('a site of which half was copied is named by verify, and put right by a full publish', async () => {
  const [folder, out] = [makeFolder({ ...CONFIG, ...numberedPosts(20) }), makeFolder()];
  await publishTo(out, folder);
  const whole = readServed(out);
  for (const [index, path] of Object.keys(whole).entries()) if (index % 2 === 0) rmSync(join(out, path));
  expect(verify(out).problems.length).toBeGreaterThan(0);
  await publishTo(out, folder, true);
  expect(readServed(out)).toEqual(whole);
  expect(verify(out).problems).toEqual([]);
});

test('a second publish at once is refused with 3, and the site stays', async () => {
  const [folder, out] = [makeFolder({ ...CONFIG, ...numberedPosts(3) }), makeFolder()];
  await publishTo(out, folder);
  const whole = readServed(out);
  putFiles(folder, numberedPost(4));
  const lock = new Lock(out);
  const { code, stderr } = runCli(['publish', folder, out]);
  lock.release();
  expect([code, stderr]).toEqual([3, expect.stringMatching(/another publish is under way .*Wait for it to end/)]);
  expect(readServed(out)).toEqual(whole);
});
