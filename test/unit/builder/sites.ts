import { readPost, readText, type Post, type PostText } from '#builder/post/readPost.ts';
import { Report } from '#builder/report.ts';
import { type Overrides, readSite, type Site } from '#builder/site.ts';
import { makeFolder } from './folders.ts';

/** The site that a `_config.yml` and the command line describe. Throws when anything in it is reported. */
export function siteOf(config = '', overrides: Overrides = {}): Site {
  const report = new Report();
  const site = readSite(makeFolder({ '_config.yml': config }), overrides, report);
  if (report.problems.length > 0) throw new Error(JSON.stringify(report.problems));
  return site;
}

/** A post file read for a site, and what the report says of it. The post is null when it is not published. */
export function readFile(path: string, text: string | Buffer, site: Site): { post: Post | null; report: Report } {
  const report = new Report();
  const post = readPost(path, Buffer.from(text), site, { nowMs: Date.UTC(2026, 10, 21), report });
  return { post, report };
}

/** A post that must be published, with its text. */
export function postOf(path: string, text: string, site: Site): { post: Post; text: PostText } {
  const { post } = readFile(path, text, site);
  if (!post) throw new Error(`${path} is not published`);
  return { post, text: readText(path, Buffer.from(text), site) };
}
