import type { Site } from '#builder/site.ts';
import type { LiquidScope } from './liquid.ts';
import type { Post, PostText } from './readPost.ts';

/** For each post's text, what its Liquid may ask for. Addresses of other posts are indexed when first asked for. */
export function liquidScopes(site: Site, posts: readonly Post[]): (text: PostText) => LiquidScope {
  let addresses: Map<string, string> | null = null;
  const addressOf = (name: string) => {
    addresses ??= indexOf(posts);
    return addresses.get(name.replace(/^\//, ''));
  };
  const baseurl = site.writtenBase.slice(0, -1);
  return ({ fields }) => ({ site: site.config, page: fields, baseurl, url: site.url, addressOf });
}

/** Posts by what `post_url` and `link` call them: file name with date, path below the post folder, whole path. */
function indexOf(posts: readonly Post[]): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const { path, url } of posts) {
    addresses.set(path, url);
    const below = path.replace(/^(?:.*\/)?_posts\//, '').replace(/\.[^./]+$/, '');
    addresses.set(below, url);
    addresses.set(below.replace(/^.*\//, ''), url);
  }
  return addresses;
}
