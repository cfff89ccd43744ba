import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Chunk, Manifest } from '#shared/archive.ts';
import type { Article, Headline } from '#shared/post.ts';

/** A site of ours as it was published. */
export type OwnSite = { readonly newest: readonly Headline[]; readonly articles: ReadonlyMap<string, Article> };

/** Reads the newest headlines, and every article by its address, out of the data files of a site that is whole. */
export function readOwnSite(folder: string): OwnSite {
  const manifest = JSON.parse(readFileSync(join(folder, 'data/manifest.json'), 'utf8')) as Manifest; // Just published.
  const articles = readChunks(join(folder, 'data/posts')).flatMap((chunk) => chunk.articles);
  articles.sort((one, other) => Date.parse(other.date) - Date.parse(one.date));
  return { newest: manifest.newest, articles: new Map(articles.map((article) => [article.address, article])) };
}

function readChunks(folder: string): readonly Chunk[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => gunzipSync(readFileSync(join(parentPath, name))).toString())
    .map((json) => JSON.parse(json) as Chunk); // Just published.
}
