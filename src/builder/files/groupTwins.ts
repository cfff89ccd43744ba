import type { TwinKey } from '#builder/post/readPost.ts';
import { compareText } from '#builder/report.ts';
import type { Placed } from './placePosts.ts';

/**
 * Posts of one key as one: the best of them with its `twins`, whose addresses lead to it. The best is sound before
 * broken, then with a digest before without, then the longer, then the first by path. All others stay as they are, and
 * in order.
 */
export function groupTwins(placed: readonly Placed[]): readonly Placed[] {
  const groups = new Map<string, Placed[]>();
  for (const place of placed) {
    const key = place.post.twin?.key;
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(place);
    else if (key !== undefined) groups.set(key, [place]);
  }
  return placed.flatMap((place) => {
    const group = groups.get(place.post.twin?.key ?? '') ?? [place];
    if (group.length === 1) return place;
    const [best, ...twins] = group.toSorted(bestFirst);
    return best === place ? { ...place, redirects: redirectsTo(place, twins), twins } : [];
  });
}

function redirectsTo(best: Placed, twins: readonly Placed[]): readonly string[] {
  const addresses = [best, ...twins].flatMap(({ folded, redirects }) => [folded, ...redirects]);
  return [...new Set(addresses)].filter((folded) => folded !== best.folded);
}

function bestFirst(a: Placed, b: Placed): number {
  const [x, y] = [a.post.twin ?? NONE, b.post.twin ?? NONE];
  return (
    Number(x.isBroken) - Number(y.isBroken) ||
    Number(y.hasDigest) - Number(x.hasDigest) ||
    y.length - x.length ||
    compareText(a.post.path, b.post.path)
  );
}

// Only posts with a key are ever compared.
const NONE: TwinKey = { key: '', isBroken: false, hasDigest: false, length: 0 };
