import type { Address, Headline } from '#shared/post.ts';
import type { Post } from '#builder/post/readPost.ts';
import { evenPath } from '#builder/siteUrl.ts';

const MAX_ID = 1000; // Every list repeats it.

/**
 * The path by which feeds know a post, Jekyll's `post.id`: the folder of its address, and its slug as it is written.
 * Source: Jekyll 4.3, `Document#id`.
 */
function jekyllId({ url, slug }: Pick<Post, 'url' | 'slug'>): string {
  const path = url.endsWith('/') ? url.slice(0, -1) : url;
  return `${path.slice(0, path.lastIndexOf('/'))}/${slug}`;
}

/** What a headline must say so that feeds know the post by Jekyll's id: nothing, where its address shows it. */
export function ownId(post: Pick<Post, 'url' | 'slug'>, address: Address): Pick<Headline, 'id'> {
  const [id, shown] = [jekyllId(post), idShownBy(address)];
  if (id === shown || id.length > MAX_ID) return {};
  const even = evenPath(id);
  return even === evenPath(shown) ? {} : { id: even };
}

/** The path by which feeds know a post. */
export function entryIdOf({ address, id }: Pick<Headline, 'address' | 'id'>): string {
  return id ?? evenPath(idShownBy(address));
}

function idShownBy(address: Address): string {
  return address.replace(/(?:\.html|\/)$/, '');
}
