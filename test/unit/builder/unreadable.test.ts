import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import type { Progress, PublishOptions } from '#builder/PublishRun.ts';
import { SourceError } from '#builder/SourceError.ts';
import { verify } from '#builder/verify.ts';
import { APP_FOLDER, makeFolder, putFiles, readFiles, readServed } from './folders.ts';
import { postText } from './posts.ts';
import { onBadOpening, whileUnreadable } from './unreadable.ts';

const POSTS = {
  '_config.yml': 'url: https://lanpu.example\ntimezone: Asia/Shanghai\n',
  '_posts/2024-05-01-pier.md': postText({ title: '码头' }),
  '_posts/old/2024-04-01-fog.md': postText({ title: '浓雾' }),
  '_posts/old/2024-04-02-tide.md': postText({ title: '潮' }),
  'img/pier.png': 'png',
};
const NEW = { '_posts/2024-05-02-wind.md': postText({ title: '风机' }) };
const TWO_DAYS_AGO_S = Date.now() / 1000 - 2 * 86_400;

type How = Partial<PublishOptions>;

/** A Jekyll folder, and its site. */
async function published() {
  const [folder, out] = [makeFolder(POSTS), makeFolder()];
  await publishTo(out, folder);
  return { folder, out, before: readServed(out) };
}

function publishTo(out: string, folder: string, how: How = {}) {
  return publish({ folder, out, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 21), keepMs: 0, ...how });
}

async function expectClean(out: string, folder: string): Promise<void> {
  const clean = makeFolder();
  await publishTo(clean, folder);
  expect(readServed(out)).toEqual(readServed(clean));
  expect(verify(out).problems).toEqual([]);
}

function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@lanpu.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'ignore' });
}

test.each<[string, string, string, How]>([
  ['a folder, by a walk', '_posts/old', 'EACCES', {}],
  ['a folder that is going just then, by a walk', '_posts/old', 'ENOENT', {}],
  ['a folder of pictures, by a walk', 'img', 'EIO', {}],
  ['a post, by a walk', '_posts/old/2024-04-01-fog.md', 'EACCES', {}],
  ['a picture, by a walk', 'img/pier.png', 'EIO', {}],
  ['a post, by a list', '_posts/old/2024-04-01-fog.md', 'EIO', { changed: Object.keys({ ...POSTS, ...NEW }) }],
  ['a post below such a folder, by a list', '_posts/old', 'EACCES', { changed: Object.keys({ ...POSTS, ...NEW }) }],
  ['a picture below such a folder, by a list', 'img', 'EACCES', { changed: Object.keys({ ...POSTS, ...NEW }) }],
])('%s: what was published of what cannot be read stays, the rest is published', async (_name, blocked, code, how) => {
  const { folder, out, before } = await published();
  for (const path of Object.keys(POSTS)) utimesSync(join(folder, path), TWO_DAYS_AGO_S, TWO_DAYS_AGO_S);
  putFiles(folder, NEW);
  const run = () => publishTo(out, folder, how);
  const { posts, report, mode } = await whileUnreadable(join(folder, blocked), code, run);
  expect([posts, mode]).toEqual([4, 'changed']);
  const problem = report.problems.find(({ file }) => file.startsWith(blocked));
  expect(problem).toMatchObject({ kind: 'file', found: expect.stringContaining(code) });
  expect(problem?.remedy).toMatch(/Check its permissions/);
  expect(Object.keys(readServed(out))).toEqual(expect.arrayContaining(Object.keys(before).filter(isLasting)));
  expect(verify(out).problems).toEqual([]);
  await publishTo(out, folder);
  await expectClean(out, folder);
});

/** Lists change with a new post, and so does the name of a chunk it is packed in. */
function isLasting(path: string): boolean {
  return path.startsWith('data/days/2024/04/') || path.startsWith('img/');
}

test('what could not be read is looked at by the next publish, although git tells of no change', async () => {
  const folder = makeFolder(POSTS);
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'x');
  const out = makeFolder();
  const [fog, wind] = ['_posts/old/2024-04-01-fog.md', '_posts/2024-05-02-wind.md'];
  const first = await whileUnreadable(join(folder, fog), 'EIO', () => publishTo(out, folder));
  expect([first.posts, first.report.problems.map(({ file }) => file)]).toEqual([2, [fog]]);
  putFiles(folder, { ...NEW, [fog]: postText({ title: '浓雾散去' }) });
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'x');
  expect((await whileUnreadable(join(folder, wind), 'EIO', () => publishTo(out, folder))).posts).toBe(3);
  expect(await publishTo(out, folder)).toMatchObject({ posts: 4, report: { problems: [] } });
  await expectClean(out, folder);
});

test.each<[string, How]>([
  ['git tells of no change', {}],
  ['a list tells of no change', { changed: [] }],
])('a folder that could not be listed is walked as soon as it can, although %s', async (_name, how) => {
  const folder = makeFolder(POSTS);
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'x');
  const out = makeFolder();
  for (const run of [() => publishTo(out, folder), () => publishTo(out, folder, how)]) {
    const { posts, report } = await whileUnreadable(join(folder, '_posts/old'), 'EACCES', run);
    expect([posts, report.problems.map(({ file }) => file)]).toEqual([1, ['_posts/old']]);
  }
  expect(await publishTo(out, folder, how)).toMatchObject({ posts: 3, mode: 'changed', report: { problems: [] } });
  await expectClean(out, folder);
});

test.each<[string, string, string]>([
  ['a folder', '_posts/old', 'EACCES'],
  ['a post', '_posts/old/2024-04-01-fog.md', 'EIO'],
  ['a picture', 'img/pier.png', 'EIO'],
  ['the settings', '_config.yml', 'EACCES'],
  ['the whole folder', '', 'ENOENT'],
])('%s that is published and cannot be read stops a full publish; the site stays', async (_name, blocked, code) => {
  const { folder, out, before } = await published();
  putFiles(folder, NEW);
  const run = () => publishTo(out, folder, { isFull: true });
  const path = join(folder, blocked).replace(/\/$/, '');
  const refusal = await whileUnreadable(path, code, run).catch((cause: unknown) => cause);
  expect(refusal).toBeInstanceOf(SourceError);
  expect(String(refusal)).toMatch(new RegExp(`${blocked}.*${code}.*the site was left as it is`));
  expect(readServed(out)).toMatchObject(before); // A new chunk may be there, which nothing names.
  expect(verify(out).problems).toEqual([]);
  await publishTo(out, folder, { isFull: true });
  await expectClean(out, folder);
});

test('what was never published and cannot be read stops nothing', async () => {
  const { folder, out } = await published();
  putFiles(folder, NEW);
  const wind = '_posts/2024-05-02-wind.md';
  const run = () => publishTo(out, folder, { isFull: true });
  const { posts, report } = await whileUnreadable(join(folder, wind), 'EACCES', run);
  expect([posts, report.problems.map(({ file }) => file)]).toEqual([3, [wind]]);
  await publishTo(out, folder);
  await expectClean(out, folder);
});

test('after full publishes that were killed, the notes of the site that is there still tell what is on it', async () => {
  const { folder, out } = await published();
  putFiles(folder, NEW);
  for (const isFull of [true, false])
    await expect(publishTo(out, folder, { isFull, onProgress: dieWhileWriting })).rejects.toThrow('killed');
  const [fog, wind] = ['_posts/old/2024-04-01-fog.md', '_posts/2024-05-02-wind.md'];
  const run = () => publishTo(out, folder);
  await expect(whileUnreadable(join(folder, fog), 'EIO', run)).rejects.toThrow(/fog.*EIO.*It is published/);
  const { posts, mode, report } = await whileUnreadable(join(folder, wind), 'EACCES', run);
  expect([posts, mode, report.problems.map(({ file }) => file)]).toEqual([3, 'full', [wind]]);
  await publishTo(out, folder);
  await expectClean(out, folder);
});

function dieWhileWriting({ phase }: Progress): void {
  if (phase === 'writing') throw new Error('killed');
}

test('where a file of the site is gone, the notes still tell what is on it', async () => {
  const { folder, out } = await published();
  rmSync(join(out, 'data/manifest.json'));
  const fog = join(folder, '_posts/old/2024-04-01-fog.md');
  await expect(whileUnreadable(fog, 'EIO', () => publishTo(out, folder))).rejects.toThrow(/fog.*EIO.*It is published/);
  await publishTo(out, folder);
  await expectClean(out, folder);
});

test('without notes of the last publish nothing of a site that is there is given up', async () => {
  const { folder, out, before } = await published();
  rmSync(join(out, '.broadsheet'), { recursive: true });
  const fog = join(folder, '_posts/old/2024-04-01-fog.md');
  await expect(whileUnreadable(fog, 'EIO', () => publishTo(out, folder))).rejects.toThrow(
    /fog.*EIO.*It may be published/,
  );
  expect(readServed(out)).toEqual(before);
});

test('with damaged notes of the last publish nothing is given up either, and nothing breaks', async () => {
  const { folder, out, before } = await published();
  const damaged = Object.keys(readFiles(out)).filter((path) => path.includes('/names/'));
  putFiles(out, Object.fromEntries(damaged.map((path) => [path, 'damaged'])));
  putFiles(folder, NEW);
  const wind = join(folder, '_posts/2024-05-02-wind.md');
  for (const isFull of [true, false]) {
    const refusal = await whileUnreadable(wind, 'EIO', () => publishTo(out, folder, { isFull }).catch(String));
    expect(refusal).toMatch(/wind.*EIO.*It may be published/);
    expect(readServed(out)).toMatchObject(before);
  }
  await publishTo(out, folder);
  await expectClean(out, folder);
});

test('a post that another one needs and that cannot be read stops the publish', async () => {
  const { folder, out, before } = await published();
  const asks = postText({ title: '夜航', permalink: '/2024/04/01/fog.html' });
  putFiles(folder, { '_posts/2024-05-03-night.md': asks });
  const fog = join(folder, '_posts/old/2024-04-01-fog.md');
  await expect(whileUnreadable(fog, 'EIO', () => publishTo(out, folder))).rejects.toThrow(SourceError);
  expect(readServed(out)).toEqual(before);
});

test.each<[string, How]>([
  ['found by a walk', {}],
  ['told by a list', { changed: Object.keys(POSTS) }],
  ['read in full', { isFull: true }],
])('a Jekyll folder that vanishes while its posts are %s leaves the site', async (_name, how) => {
  const { folder, out, before } = await published();
  putFiles(folder, { '_posts/2024-05-01-pier.md': postText({ title: '码头改了' }) });
  const vanish = () => renameSync(folder, `${folder}-away`);
  let isGone = false;
  const onProgress = () => {
    if (!isGone) vanish();
    isGone = true;
  };
  await expect(publishTo(out, folder, { ...how, onProgress })).rejects.toThrow(SourceError);
  renameSync(`${folder}-away`, folder);
  expect(readServed(out)).toEqual(before);
  await publishTo(out, folder);
  await expectClean(out, folder);
});

function datedAt(ms: number): string {
  return postText({ title: '潮', date: `${new Date(ms).toISOString().slice(0, 10)} 00:00:00 +0000` });
}

test('a post whose time has come and that cannot be read is waited for no longer', async () => {
  const [early, late] = [Date.UTC(2027, 5, 1), Date.UTC(2027, 6, 1)];
  const files = { '_posts/2027-06-01-a.md': datedAt(early), '_posts/2027-07-01-b.md': datedAt(late) };
  const [folder, out] = [makeFolder({ '_config.yml': 'timezone: UTC\n', ...files }), makeFolder()];
  const publishAt = (nowMs: number) => publish({ folder, out, appFolder: APP_FOLDER, nowMs });
  expect(await publishAt(early - 1)).toMatchObject({ dueMs: early });
  const blocked = join(folder, '_posts/2027-06-01-a.md');
  expect(await whileUnreadable(blocked, 'EACCES', () => publishAt(early))).toMatchObject({ dueMs: late });
  expect(await publishAt(early + 1)).toMatchObject({ dueMs: late, posts: 1 });
});

describe('a post that is read at first, and cannot be when it is placed with another', () => {
  const SHARED = postText({ title: '同址', permalink: '/x/' });
  const CLASH = { '_posts/2024-06-01-a.md': SHARED, '_posts/2024-06-01-b.md': `${SHARED}又及` };
  const second = '_posts/2024-06-01-b.md';

  test('stops a full publish when it is published', async () => {
    const folder = makeFolder({ ...POSTS, ...CLASH });
    const out = makeFolder();
    await publishTo(out, folder);
    const before = readServed(out);
    const run = () => publishTo(out, folder, { isFull: true });
    await expect(onBadOpening(join(folder, second), 2, run)).rejects.toThrow(/b\.md.*EIO.*the site was left as it is/);
    expect(readServed(out)).toMatchObject(before);
  });

  test('is looked at by the next publish when it is new', async () => {
    const folder = makeFolder({ ...POSTS, ...CLASH });
    const out = makeFolder();
    const { posts, report } = await onBadOpening(join(folder, second), 2, () => publishTo(out, folder));
    expect([posts, report.problems.map(({ file }) => file)]).toEqual([4, [second]]);
    await publishTo(out, folder, { changed: [] });
    await expectClean(out, folder);
  });
});

describe('what a post asked of a file that could not be read is asked again', () => {
  const GIF = Buffer.from('4749463839610600040080000000000000000021f90401000000002c00000000060004000002', 'hex');
  const NIGHT = '_posts/2024-06-01-night.md';
  const pier = '_posts/2024-05-01-pier.md';
  const cases: readonly (readonly [string, string, string])[] = [
    ['the address of a post', pier, '[码头]({% post_url 2024-05-01-pier %})'],
    ['the size of a picture', 'img/pier.gif', '![码头](/img/pier.gif)'],
    ['the size of a picture in a folder', 'img', '![码头](/img/pier.gif)'],
  ];

  test.each(cases)('%s, by a post that is new', async (_name, blocked, body) => {
    const folder = makeFolder({ ...POSTS, 'img/pier.gif': GIF });
    const out = makeFolder();
    await publishTo(out, folder);
    putFiles(folder, { [NIGHT]: postText({ title: '夜航' }, body) });
    const run = () => publishTo(out, folder, { changed: [NIGHT] });
    const { report } = await whileUnreadable(join(folder, blocked), 'EIO', run);
    expect(report.unread.map(({ file }) => file)).toEqual([expect.stringContaining(blocked)]);
    await publishTo(out, folder, { changed: [] });
    await expectClean(out, folder);
  });

  test.each([
    ['the address of a post', pier, 3, cases[0]?.[2] ?? ''],
    ['the size of a picture', 'img/pier.gif', 1, cases[1]?.[2] ?? ''],
  ])('%s, when all is published', async (_name, file, nth, body) => {
    const folder = makeFolder({ ...POSTS, 'img/pier.gif': GIF, [NIGHT]: postText({ title: '夜航' }, body) });
    const out = makeFolder();
    const { report } = await onBadOpening(join(folder, file), nth, () => publishTo(out, folder));
    expect(report.unread.map((each) => each.file)).toEqual([file]);
    await publishTo(out, folder, { changed: [] });
    await expectClean(out, folder);
  });
});

test('two posts at one address that could not be compared are one when they can', async () => {
  const text = postText({ title: '同文', permalink: '/x/' });
  const [first, second] = ['_posts/2024-06-01-a.md', '_posts/2024-06-01-b.md'];
  const folder = makeFolder({ ...POSTS, [first]: text, [second]: text });
  const out = makeFolder();
  const { report } = await onBadOpening(join(folder, second), 3, () => publishTo(out, folder));
  expect(report.problems.map(({ file }) => file)).toContain(second);
  await publishTo(out, folder, { changed: [] });
  await expectClean(out, folder);
});

test('settings that cannot be understood change no site that is there', async () => {
  const broken = { '_config.yml': 'title: [潮\n' };
  const [folder, out] = [makeFolder(POSTS), makeFolder()];
  const run = { folder, appFolder: APP_FOLDER, nowMs: Date.UTC(2027, 0, 15) };
  await publish({ ...run, out });
  const before = readServed(out);
  putFiles(folder, broken);
  await expect(publish({ ...run, out })).rejects.toThrow(/_config\.yml: unreadable YAML .*left as it is\. Correct it/);
  expect(readServed(out)).toEqual(before);
  const { report } = await publish({ ...run, out: makeFolder() });
  expect(report.problems).toEqual([expect.objectContaining({ kind: 'settings', file: '_config.yml' })]);
});
