import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, putFiles, readFiles } from '../folders.ts';
import { numberedPost, numberedPosts, postText } from '../posts.ts';
import { runCli, type Surroundings } from './runCli.ts';

const CONFIG = { '_config.yml': 'url: https://lanpu.example\ntimezone: Asia/Shanghai' };
const BAD = { '_posts/2024-05-31-bad.md': postText({ title: 'x', date: '+0800' }) };

/** Whether a path is of the site, and no note of the builder's. */
function isPublished(path: string): boolean {
  return !path.startsWith('.broadsheet/');
}

/** So many seconds later than other runs. */
function after(seconds: number): Surroundings {
  return { env: { SOURCE_DATE_EPOCH: String(1_800_000_000 + seconds) } };
}

describe('publish', () => {
  test('of good posts exits 0 and sums up', () => {
    const { code, stdout, stderr } = runCli(['publish', makeFolder({ ...CONFIG, ...numberedPosts(3) }), makeFolder()]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /: 3 posts, \d+ files, [\d.]+ [KM]B\n  posts  3 new\n  files  \d+ written\n  took   [\d.]+ s for all posts\n$/,
    );
  });

  test('of a bad post exits 0, names it and what to do; under --strict it exits 1', () => {
    const folder = makeFolder({ ...CONFIG, ...numberedPosts(1), ...BAD });
    const line = '_posts/2024-05-31-bad.md: no date "+0800". The day of the file name was used; correct the date.\n';
    expect(runCli(['publish', folder, makeFolder()])).toMatchObject({ code: 0, stderr: expect.stringContaining(line) });
    expect(runCli(['publish', folder, makeFolder(), '--strict'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(line),
    });
    const sound = makeFolder({ ...CONFIG, ...numberedPosts(1) });
    expect(runCli(['publish', sound, makeFolder(), '--strict']).code).toBe(0);
  });

  test('of a folder without posts exits 0 with a notice', () => {
    expect(runCli(['publish', makeFolder(), makeFolder()])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('There are no posts here'),
    });
  });

  test('takes base and future from the command line', () => {
    const out = makeFolder();
    const folder = makeFolder({ '_posts/2099-01-01-tide.md': postText({ title: 'x' }) });
    expect(runCli(['publish', folder, out, '--base', 'news', '--future']).stderr).toContain(': 1 post,');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('content="/news/"');
  });

  test('takes the name of a host, and tells the nearest when there is none of it', () => {
    const [folder, out] = [makeFolder(numberedPosts(1)), makeFolder()];
    expect(runCli(['publish', folder, out, '--host', 'github']).code).toBe(0);
    expect(readdirSync(out)).toContain('.nojekyll');
    const wrong = (name: string) => runCli(['publish', folder, out, '--host', name]);
    expect(wrong('netlfy')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean netlify?') });
    expect(wrong('x')).toMatchObject({ code: 2, stderr: expect.stringContaining('There are plain, github, ') });
  });

  test('writes pages for as many articles as it is told', () => {
    const folder = makeFolder({ ...CONFIG, ...numberedPosts(3) });
    const pagesFor = (...options: string[]) => {
      const out = makeFolder();
      expect(runCli(['publish', folder, out, ...options]).code).toBe(0);
      return Object.keys(readFiles(out)).filter((path) => /\/no\d\.html$/.test(path)).length;
    };
    expect([pagesFor(), pagesFor('--pages', '2'), pagesFor('--pages', 'all'), pagesFor('--pages', 'none')]).toEqual([
      3, 2, 3, 0,
    ]);
  });

  test.each(['https://x.example/', '../news/', '/a/../b/'])('with --base "%s", no path, exits 2', (base) => {
    const { code, stderr } = runCli(['publish', makeFolder(), makeFolder(), '--base', base]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`--base ${base} is no path`)]);
  });

  test.each(['', '-1', '1.5', 'some'])('with --pages "%s" exits 2 and says what it may be', (pages) => {
    const { code, stderr } = runCli(['publish', makeFolder(), makeFolder(), `--pages=${pages}`]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`--pages ${pages} is no number of articles`)]);
  });

  test('into what cannot be written exits 3', () => {
    const file = join(makeFolder({ taken: '' }), 'taken/site');
    expect(runCli(['publish', makeFolder(numberedPosts(1)), file])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(file),
    });
    const report = join(makeFolder(), 'gone/report.json');
    expect(runCli(['publish', makeFolder(), makeFolder(), '--report', report]).code).toBe(3);
    expect(runCli(['publish', makeFolder(numberedPosts(1)), '/proc/broadsheet']).code).toBe(3);
  });
});

describe('publish of what changed', () => {
  const NEW = numberedPost(7);

  /** A site of three posts, and a fourth that came afterwards. */
  function siteWithNews(): { readonly folder: string; readonly out: string } {
    const [folder, out] = [makeFolder({ ...CONFIG, ...numberedPosts(3) }), makeFolder()];
    runCli(['publish', folder, out]);
    putFiles(folder, { ...NEW, ...numberedPost(8) });
    return { folder, out };
  }

  test('takes the list of changed files from a file or from stdin', () => {
    const list = `${Object.keys(NEW)[0]}\n`;
    const fromStdin = siteWithNews();
    const said = runCli(['publish', fromStdin.folder, fromStdin.out, '--changed', '-'], { input: list });
    expect(said).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/: 4 posts,[^]*  posts  1 new\n[^]*what changed/),
    });
    const fromFile = siteWithNews();
    runCli(['publish', fromFile.folder, fromFile.out, '--changed', join(makeFolder({ list }), 'list')]);
    expect(readFiles(join(fromFile.out, 'data'))).toEqual(readFiles(join(fromStdin.out, 'data')));
  });

  test('leaves out of the list what lies elsewhere, and says so', () => {
    const { folder, out } = siteWithNews();
    const { code, stderr } = runCli(['publish', folder, out, '--changed', '-'], {
      input: '../README.md\n/etc/hosts\n',
    });
    expect([code, stderr]).toEqual([0, expect.stringContaining('../README.md and 1 more lies outside')]);
    expect(stderr).toContain(': 3 posts,');
  });

  test('--full reads every post', () => {
    const { folder, out } = siteWithNews();
    expect(runCli(['publish', folder, out, '--full']).stderr).toMatch(/: 5 posts,[^]* for all posts\n/);
  });

  test('--dry-run prints what would be written and touches nothing', () => {
    const { folder, out } = siteWithNews();
    const before = readFiles(out);
    const { code, stdout, stderr } = runCli(['publish', folder, out, '--dry-run']);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/ \(dry run\): 5 posts,/)]);
    expect(stdout).toMatch(/^put data\/posts\/[^]*\nput data\/manifest\.json\n$/);
    expect(readFiles(out)).toEqual(before);
  });

  test('--dry-run into a folder that is not there does not make it', () => {
    const place = makeFolder();
    expect(runCli(['publish', makeFolder(numberedPosts(1)), join(place, 'site'), '--dry-run']).code).toBe(0);
    expect(readdirSync(place)).toEqual([]);
  });

  test('--written that cannot be written exits 3, and the next list has it all', () => {
    const [folder, out] = [makeFolder(numberedPosts(3)), makeFolder()];
    const [list, missing] = [join(makeFolder(), 'written'), join(makeFolder(), 'no', 'written')];
    const { code, stderr } = runCli(['publish', folder, out, '--written', missing]);
    expect([code, stderr]).toEqual([3, expect.stringContaining(`${missing}: cannot be written`)]);
    expect(runCli(['publish', folder, out, '--written', list]).code).toBe(0);
    const paths = Object.keys(readFiles(out)).filter(isPublished);
    const lines = readFileSync(list, 'utf8').trimEnd().split('\n');
    expect(lines.toSorted()).toEqual(paths.map((path) => `put ${path}`).toSorted());
    runCli(['publish', folder, out, '--written', list]);
    expect(readFileSync(list, 'utf8')).toBe('');
  });

  test('--written lists what to upload and what may go, as much as was done', () => {
    const { folder, out } = siteWithNews();
    const list = join(makeFolder(), 'written');
    const before = readFiles(out);
    runCli(['publish', folder, out, '--written', list, '--keep', '0']);
    const lines = readFileSync(list, 'utf8').trimEnd().split('\n');
    const left = readFiles(out);
    const written = Object.keys(left).filter((path) => isPublished(path) && left[path] !== before[path]);
    const gone = Object.keys(before).filter((path) => isPublished(path) && left[path] === undefined);
    expect(lines.toSorted()).toEqual([
      ...gone.map((path) => `delete ${path}`),
      ...written.map((path) => `put ${path}`),
    ]);
    expect(gone).not.toEqual([]);
    expect(lines[0]).toMatch(/^put data\/posts\//);
  });

  test('--keep keeps what is replaced for so long', () => {
    const { folder, out } = siteWithNews();
    const chunks = () => Object.keys(readFiles(join(out, 'data/posts'))).length;
    expect(runCli(['publish', folder, out, '--keep', '1.5'], after(0)).stderr).toMatch(/ 1 retired\n/);
    const kept = chunks();
    runCli(['publish', folder, out, '--keep', '1.5'], after(5399));
    expect(chunks()).toBe(kept);
    runCli(['publish', folder, out, '--keep', '1.5'], after(5400));
    expect(chunks()).toBe(kept - 1);
  });
});
