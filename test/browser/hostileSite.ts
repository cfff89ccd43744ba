// A site of hostile posts: our own, and those of a folder named by HOSTILE_POSTS, with the page's policy or without.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { publishAndServe, type ServedSite } from './publishAndServe.ts';

const OWN = 'test/fixtures/hostile/_posts';
const GIVEN = process.env['HOSTILE_POSTS'];

/**
 * How the site is published: which pictures its settings allow, whether its pages keep their policy, and whether articles
 * have pages of their own, or are drawn by the app.
 */
export type Variant = {
  readonly images: 'all' | 'none';
  readonly policy: 'kept' | 'removed';
  readonly pages: 'all' | 'none';
};

/** One hostile post by its file, whether it is one of our own, and what must be seen of its text. */
export type HostilePost = { readonly file: string; readonly isOwn: boolean; readonly words: readonly string[] };

/** The site, and the address of each post's file. */
export type HostileSite = ServedSite & { readonly addresses: ReadonlyMap<string, string> };

const BOTH_ENDS = ['前面的正文。', '后面的正文。'];

// Too large to lie in a folder of fixtures.
const MADE: ReadonlyMap<string, () => string> = new Map([
  ['2024-05-20-deep.md', () => `${'<div><b>'.repeat(3000)}深${'</b></div>'.repeat(3000)}`],
  ['2024-05-21-quotes.md', () => `\n\n${'> '.repeat(3000)}深\n\n`],
  ['2024-05-22-huge.md', () => '<p>一段很长的正文，<b onclick="__hit(1)">说了又说</b>。</p>'.repeat(30_000)],
  ['2024-05-23-one-paragraph.md', () => `<p>${'没有尽头的一句话，'.repeat(100_000)}</p>`],
  ['2024-05-24-pictures.md', () => `<p>${'<img src="nope.png" alt="">'.repeat(2000)}</p>`],
]);

/** The posts, known before anything is published, so that each is a test of its own. */
export const HOSTILE_POSTS: readonly HostilePost[] = [
  ...postsIn(OWN).map((file) => ({ file, isOwn: true, words: BOTH_ENDS })),
  ...[...MADE.keys()].map((file) => ({ file, isOwn: true, words: BOTH_ENDS })),
  ...(GIVEN === undefined
    ? []
    : postsIn(GIVEN).map((file) => ({ file, isOwn: false, words: markIn(join(GIVEN, file)) }))),
];

/** Publishes all of them and serves the site. Throws when something was written beside it. */
export async function publishHostile({ images, policy, pages }: Variant): Promise<HostileSite> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-hostile-'));
  const jekyll = join(folder, 'jekyll');
  await writePosts(jekyll, images);
  const site = await publishAndServe(jekyll, ['--pages', pages]);
  const addresses = await addressesOf(jekyll);
  const beside = (await readdir(folder)).filter((name) => name !== basename(jekyll));
  await rm(folder, { recursive: true });
  if (beside.length > 0) throw new Error(`publishing wrote beside its folders: ${beside.join(', ')}`);
  if (policy === 'removed') await removePolicy(site.folder);
  return { ...site, addresses };
}

async function writePosts(jekyll: string, images: Variant['images']): Promise<void> {
  const posts = join(jekyll, '_posts');
  await mkdir(jekyll);
  for (const given of GIVEN === undefined ? [OWN] : [OWN, GIVEN]) await cp(given, posts, { recursive: true });
  for (const [file, text] of MADE)
    await writeFile(join(posts, file), `---\n---\n<p>${BOTH_ENDS[0]}</p>${text()}<p>${BOTH_ENDS[1]}</p>\n`);
  const settings = `preset: eastmoney, images: ${images === 'all' ? 'all' : '[]'}`;
  const config = `title: 恶意的帖子\nlang: zh-CN\ntimezone: Asia/Shanghai\nbroadsheet: { ${settings} }\n`;
  await writeFile(join(jekyll, '_config.yml'), config);
}

async function addressesOf(jekyll: string): Promise<ReadonlyMap<string, string>> {
  const options = { maxBuffer: Number.MAX_SAFE_INTEGER };
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/cli.js', 'inspect', jekyll], options);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const { path, url } = JSON.parse(line) as { path: string; url: string }; // What `inspect` promises.
      return [basename(path), url];
    }),
  );
}

async function removePolicy(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(folder, name), 'utf8');
    const without = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '');
    if (without === html) throw new Error(`${name} has no policy to remove`);
    await writeFile(join(folder, name), without);
  }
}

function postsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d-.+\.(?:md|html)$/.test(name));
}

// The given posts carry the words `MARK-<id>` before what they try, unless the whole file is the attempt.
function markIn(path: string): string[] {
  const mark = /MARK-case-\d+/.exec(readFileSync(path, 'utf8'))?.[0];
  return mark === undefined ? [] : [mark];
}
