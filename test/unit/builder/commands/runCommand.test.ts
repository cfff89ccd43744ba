import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '#builder/commands/runCommand.ts';
import { makeFolder } from '../folders.ts';
import { numberedPosts, postText } from '../posts.ts';

const CLI = 'dist/cli.js';
const CONFIG = { '_config.yml': 'timezone: Asia/Shanghai' };
const BAD = { '_posts/2024-05-31-bad.md': postText({ title: 'x', date: '+0800' }) };

type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

beforeAll(() => {
  expect(existsSync(CLI), `${CLI} is missing: run "npm run build" first`).toBe(true);
});

function run(...args: readonly string[]): Ran {
  return runIn({}, ...args);
}

function runIn(env: Record<string, string>, ...args: readonly string[]): Ran {
  const all = { ...process.env, SOURCE_DATE_EPOCH: '1800000000', ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { env: all, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('publish', () => {
  test('of good posts exits 0 and sums up', () => {
    const { code, stdout, stderr } = run('publish', makeFolder({ ...CONFIG, ...numberedPosts(3) }), makeFolder());
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/: 3 posts, [\d.]+ MB in \d+ files \(\d+ written, 0 removed\) in [\d.]+ s\.\n$/);
  });

  test('of a bad post exits 0, names it and what to do; under --strict it exits 1', () => {
    const folder = makeFolder({ ...CONFIG, ...numberedPosts(1), ...BAD });
    const line = '_posts/2024-05-31-bad.md: no date "+0800". The day of the file name was used; correct the date.\n';
    expect(run('publish', folder, makeFolder())).toMatchObject({ code: 0, stderr: expect.stringContaining(line) });
    expect(run('publish', folder, makeFolder(), '--strict')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(line),
    });
    expect(run('publish', makeFolder(numberedPosts(1)), makeFolder(), '--strict').code).toBe(0);
  });

  test('writes a report', () => {
    const report = join(makeFolder(), 'report.json');
    const folder = makeFolder({ ...CONFIG, ...BAD, '_posts/tide.md': '', 'about.html': '<p>' });
    run('publish', folder, makeFolder(), '--report', report);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      posts: 1,
      removed: 0,
      problems: [{ file: '_posts/2024-05-31-bad.md', found: 'no date "+0800"' }],
      skipped: [{ path: '_posts/2024-05-31-bad.md' }, { path: '_posts/tide.md' }],
      leftOut: [{ file: 'about.html' }],
    });
  });

  test('of a folder without posts exits 0 with a notice', () => {
    expect(run('publish', makeFolder(), makeFolder())).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('There are no posts here'),
    });
  });

  test('takes base and future from the command line', () => {
    const out = makeFolder();
    const folder = makeFolder({ '_posts/2099-01-01-tide.md': postText({ title: 'x' }) });
    expect(run('publish', folder, out, '--base', 'news', '--future').stderr).toContain(': 1 posts');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('content="/news/"');
  });

  test('into what cannot be written exits 3', () => {
    const file = join(makeFolder({ taken: '' }), 'taken/site');
    expect(run('publish', makeFolder(numberedPosts(1)), file)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(file),
    });
    const report = join(makeFolder(), 'gone/report.json');
    expect(run('publish', makeFolder(), makeFolder(), '--report', report).code).toBe(3);
    expect(run('publish', makeFolder(numberedPosts(1)), '/proc/broadsheet').code).toBe(3);
  });
});

test('a fault of the program has a code of its own', () => {
  const broken = "require('node:zlib').gzipSync = () => { throw new Error('broken'); };";
  const module = makeFolder({ 'break.cjs': `${broken} require('node:module').syncBuiltinESMExports();` });
  const env = { NODE_OPTIONS: `--require ${module}/break.cjs` };
  const { code, stderr } = runIn(env, 'publish', makeFolder(numberedPosts(1)), makeFolder());
  expect([code, stderr]).toEqual([70, expect.stringContaining('Error: broken')]);
});

test('verify exits 0 on a whole site and 1 on a damaged one', () => {
  const out = makeFolder();
  run('publish', makeFolder({ ...CONFIG, ...numberedPosts(3) }), out);
  expect(run('verify', out)).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Verified: 3 articles/) });
  expect(run('verify', makeFolder({ 'data/x': '' }))).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/manifest\.json: is missing/),
  });
  expect(run('verify', makeFolder({ 'index.html': '' }))).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no site of Broadsheet's is here/),
  });
});

test('inspect prints a line a post, newest first, and what Jekyll leaves out', () => {
  const skipped = join(makeFolder(), 'skipped.json');
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(2), ...BAD });
  const { code, stdout, stderr } = run('inspect', folder, '--skipped', skipped);
  expect([code, stderr]).toEqual([0, expect.stringContaining('no date')]);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { path: string });
  expect(lines.map(({ path }) => path)).toEqual(['_posts/2024-05-01-no1.md', '_posts/2024-05-01-no0.md']);
  expect(JSON.parse(readFileSync(skipped, 'utf8'))).toEqual([
    { path: '_posts/2024-05-31-bad.md', reason: expect.any(String) },
  ]);
});

test('inspect --article prints what the steps of each post found', () => {
  const { code, stdout } = run('inspect', makeFolder({ ...CONFIG, ...numberedPosts(1) }), '--article');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ path: '_posts/2024-05-01-no0.md', steps: { takeText: {} } });
});

describe('in this process', () => {
  beforeEach(() => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    ['nothing', [], 2],
    ['help', ['--help'], 0],
    ['help on a command', ['publish', '-h'], 0],
    ['the version', ['--version'], 0],
    ['an unknown command', ['publsh'], 2],
    ['a name that every object has', ['constructor'], 2],
    ['a folder too few', ['publish', '.'], 2],
    ['a folder too many', ['verify', '.', '.'], 2],
    ['a folder that is not there', ['publish', 'no-such-folder', 'out'], 2],
    ['a file for a folder', ['verify', 'package.json'], 2],
    ['an unknown option', ['publish', '.', 'out', '--now'], 2],
    ['an option without its value', ['publish', '.', 'out', '--base'], 2],
    ['a port that is none', ['serve', '.', '--port', '80a'], 2],
    ['a port that is too high', ['serve', '.', '--port', '65536'], 2],
  ])('%s exits %i', async (_name, args, code) => {
    expect(await runCommand(args)).toBe(code);
  });

  test('wrong usage says where to look', async () => {
    await runCommand(['publish', 'no-such-folder', 'out']);
    expect(process.stderr.write).toHaveBeenCalledWith(
      expect.stringMatching(/no-such-folder: no such folder[^]*publish --help/),
    );
  });

  test.each([
    ['a command', ['publsh'], 'There is no command "publsh". Did you mean publish?'],
    ['an option', ['publish', '.', 'out', '--strickt'], 'There is no option --strickt. Did you mean --strict?'],
    ['an option with its value', ['serve', '.', '--prot=80'], 'There is no option --prot. Did you mean --port?'],
  ])('%s that is misspelt names the one that was meant', async (_name, args, message) => {
    expect(await runCommand(args)).toBe(2);
    expect(process.stderr.write).toHaveBeenCalledWith(expect.stringContaining(message));
  });

  test('a name that is near to none names none', async () => {
    await runCommand(['publish', '.', 'out', '--tide']);
    expect(process.stderr.write).toHaveBeenCalledWith(expect.stringMatching(/^There is no option --tide\.\n/));
  });

  test('each command tells its own options, and the program all commands', async () => {
    await runCommand(['serve', '--help']);
    expect(process.stdout.write).toHaveBeenLastCalledWith(expect.stringMatching(/^broadsheet serve <out>: [^]*--port/));
    expect(process.stdout.write).not.toHaveBeenCalledWith(expect.stringContaining('--future'));
    await runCommand(['--help']);
    for (const name of ['publish <jekyll-folder> <out>', 'serve', 'inspect', 'verify'])
      expect(process.stdout.write).toHaveBeenLastCalledWith(expect.stringContaining(`  broadsheet ${name}`));
  });
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('a SOURCE_DATE_EPOCH that is no number is refused', () => {
  expect(runIn({ SOURCE_DATE_EPOCH: 'now' }, 'publish', makeFolder(), makeFolder()).code).toBe(2);
});
