import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '#builder/commands/runCommand.ts';
import { makeFolder } from '../folders.ts';
import { numberedPosts, postText } from '../posts.ts';
import { CLI, runCli } from './runCli.ts';

const CONFIG = { '_config.yml': 'url: https://lanpu.example\ntimezone: Asia/Shanghai' };
const BAD = { '_posts/2024-05-31-bad.md': postText({ title: 'x', date: '+0800' }) };

test('a fault of the program has a code of its own', () => {
  const broken = "require('node:zlib').gzipSync = () => { throw new Error('broken'); };";
  const module = makeFolder({ 'break.cjs': `${broken} require('node:module').syncBuiltinESMExports();` });
  const env = { NODE_OPTIONS: `--require ${module}/break.cjs` };
  const { code, stderr } = runCli(['publish', makeFolder(numberedPosts(1)), makeFolder()], { env });
  expect([code, stderr]).toEqual([70, expect.stringContaining('Error: broken')]);
});

test('verify exits 0 on a whole site and 1 on a damaged one', () => {
  const out = makeFolder();
  runCli(['publish', makeFolder({ ...CONFIG, ...numberedPosts(3) }), out]);
  expect(runCli(['verify', out])).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Verified: 3 articles/) });
  expect(runCli(['verify', makeFolder({ 'data/x': '' })])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/manifest\.json: is missing/),
  });
  expect(runCli(['verify', makeFolder({ 'index.html': '' })])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no site of Broadsheet's is here/),
  });
});

test('inspect prints a line a post, newest first, and what Jekyll leaves out', () => {
  const skipped = join(makeFolder(), 'skipped.json');
  const folder = makeFolder({ ...CONFIG, ...numberedPosts(2), ...BAD });
  const { code, stdout, stderr } = runCli(['inspect', folder, '--skipped', skipped]);
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
  const { code, stdout } = runCli(['inspect', makeFolder({ ...CONFIG, ...numberedPosts(1) }), '--article']);
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
    ['a number of hours that is none', ['publish', '.', 'out', '--keep', '1d'], 2],
    ['a list of changes that is not there', ['publish', '.', 'out', '--changed', 'no-such-file'], 2],
    ['changes and everything', ['publish', '.', 'out', '--changed', '-', '--full'], 2],
    ['watching with a list of changes', ['publish', '.', 'out', '--watch', '--changed', '-'], 2],
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
  expect(runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('a SOURCE_DATE_EPOCH that is no number is refused', () => {
  expect(runCli(['publish', makeFolder(), makeFolder()], { env: { SOURCE_DATE_EPOCH: 'now' } }).code).toBe(2);
});

test('who has read enough of what inspect prints may go', () => {
  const folder = makeFolder(numberedPosts(3000));
  const script = `"${process.execPath}" ${CLI} inspect "${folder}" | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect([stdout.trim().split('\n').length, stderr]).toEqual([1, '']);
});
