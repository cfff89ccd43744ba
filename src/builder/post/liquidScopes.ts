import type { Site } from '#builder/site.ts';
import type { LiquidScope } from './liquid.ts';
import type { Post, PostText } from './readPost.ts';

/** For each post's text, what its Liquid may ask for. `addressOf` finds a post by one of its `linkNames`. */
export function liquidScope(
  site: Site,
  addressOf: (name: string) => string | undefined,
): (text: PostText) => LiquidScope {
  const baseurl = site.writtenBase.slice(0, -1);
  return ({ fields }) => ({
    ...{ site: site.config, page: fields, baseurl, url: site.url },
    addressOf: (name) => addressOf(name.replace(/^\//, '')),
  });
}

/** The same for posts that are all known. They are indexed when first asked for. */
export function liquidScopes(site: Site, posts: readonly Post[]): (text: PostText) => LiquidScope {
  let addresses: ReadonlyMap<string, string> | null = null;
  return liquidScope(site, (name) => {
    addresses ??= new Map(posts.flatMap(({ path, url }) => linkNames(path).map((known) => [known, url] as const)));
    return addresses.get(name);
  });
}

/** What `post_url` and `link` call a post: its whole path, its path below the post folder, its file name with date. */
export function linkNames(path: string): readonly string[] {
  const below = path.replace(/^(?:.*\/)?_posts\//, '').replace(/\.[^./]+$/, '');
  return [path, below, below.replace(/^.*\//, '')];
}
