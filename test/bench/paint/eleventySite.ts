import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Archive } from '../publish/archive.ts';

const COMMAND = 'node_modules/@11ty/eleventy/cmd.cjs';

const CONFIG = `export default (config) => {
  config.addPassthroughCopy('style.css');
  // As Jekyll writes times, with a blank before the zone.
  config.addDateParsing((date) => (typeof date === 'string' ? new Date(date) : date));
  config.addCollection('posts', (all) => all.getFilteredByGlob('posts/**/*.md').sort((a, b) => b.date - a.date));
  return { markdownTemplateEngine: false };
};
`;

// The address that Jekyll gives a post.
const DATA = `export default {
  permalink: ({ categories, page }) => {
    const [, day, name] = /([^/]{10})-([^/]+)\\.md$/.exec(page.inputPath);
    return ['', categories, ...day.split('-'), name].join('/') + '.html';
  },
};
`;

// Its own style sheet is a file, as most sites have it.
const HEAD =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title><link rel="stylesheet" href="/style.css">';

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }\n',
  'eleventy.config.js': CONFIG,
  'posts/posts.11tydata.js': DATA,
  'style.css': 'body{max-width:42em;margin:0 auto;padding:1em;font:1.05em/1.7 serif}img{max-width:100%;height:auto}\n',
  '_includes/post.njk': `${HEAD}<main><h1>{{ title }}</h1><time>{{ page.date.toISOString() }}</time>{{ content | safe }}</main></html>\n`,
  'index.njk': `---\ntitle: News\n---\n${HEAD}<main><h1>{{ title }}</h1>{% for post in collections.posts.slice(0, 20) %}<p><a href="{{ post.url }}">{{ post.data.title }}</a></p>{% endfor %}</main></html>\n`,
};

/** Has the Eleventy of a folder build copies of an archive's posts. Answers false when there is none. */
export async function writeEleventyPages({ root, posts }: Archive, out: string, installed: string): Promise<boolean> {
  const command = resolve(installed, COMMAND);
  if (!existsSync(command)) return false;
  const source = join(root, 'eleventy');
  await Promise.all([source, out].map((folder) => rm(folder, { recursive: true, force: true })));
  await cp(join(posts, '_posts'), join(source, 'posts'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(source, name)), { recursive: true });
    await writeFile(join(source, name), text);
  }
  const args = [command, '--quiet', `--output=${out}`];
  await promisify(execFile)(process.execPath, args, { cwd: source, maxBuffer: 1e8 });
  return true;
}
