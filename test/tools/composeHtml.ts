import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeArticle } from '#builder/article/composeArticle.ts';
import { liquidScopes } from '#builder/post/liquidScopes.ts';
import { type Post, readPost, readText } from '#builder/post/readPost.ts';
import { Report } from '#builder/report.ts';
import { readSite, type Site } from '#builder/site.ts';

/** A file of posts, by its path in the Jekyll folder. */
type PostFile = { readonly path: string; readonly bytes: Buffer };

/** The HTML of one post as a publish composes it, in its parts. Empty when it is not published. */
export function composeHtml(text: string, path: string, site: Site): readonly string[] {
  return composeFile({ path, bytes: Buffer.from(text) }, site, []);
}

/** The same for all posts of a Jekyll folder, by their paths. `url` stands for the address in its settings. */
export function composeFolder(folder: string, url: string): ReadonlyMap<string, readonly string[]> {
  const site = { ...readSite(folder, { future: true }, new Report()), url };
  return composeFiles(filesIn(join(folder, '_posts')), site);
}

/** The same for a folder of posts without a site around them. */
export function composePosts(folder: string, site: Site): ReadonlyMap<string, readonly string[]> {
  return composeFiles(filesIn(folder), site);
}

function composeFiles(files: readonly PostFile[], site: Site): ReadonlyMap<string, readonly string[]> {
  const posts = files.map((file) => read(file, site)).filter((post) => post !== null);
  return new Map(files.map((file) => [file.path, composeFile(file, site, posts)]));
}

function composeFile(file: PostFile, site: Site, posts: readonly Post[]): readonly string[] {
  const post = read(file, site);
  if (!post) return [];
  const context = { site, scopeOf: liquidScopes(site, posts) };
  const { article } = composeArticle(post, post.url, readText(file.path, file.bytes, site), context);
  return [article.html, ...(article.rest ?? [])];
}

function read({ path, bytes }: PostFile, site: Site): Post | null {
  return readPost(path, bytes, site, { nowMs: Date.UTC(2040, 0), report: new Report() });
}

function filesIn(folder: string): readonly PostFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const posts = names.filter((name) => /\d{4}-\d\d?-\d\d?-.+\.(?:md|markdown|html)$/.test(name)).toSorted();
  return posts.map((name) => ({ path: join('_posts', name), bytes: readFileSync(join(folder, name)) }));
}
