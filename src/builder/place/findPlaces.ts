import { feedTeller } from '#builder/feeds/feedSettings.ts';
import { type Places, placePosts } from '#builder/files/placePosts.ts';
import { screensOf } from '#builder/files/placeRedirects.ts';
import { toKeep } from '#builder/find/borrowFile.ts';
import { borrowOrReport } from '#builder/find/borrowOrReport.ts';
import type { Found } from '#builder/find/scanFolder.ts';
import { boundPost } from '#builder/post/boundPost.ts';
import { detached } from '#builder/post/detached.ts';
import { type Post, readPost, twinKey } from '#builder/post/readPost.ts';
import type { Report } from '#builder/report.ts';
import type { Site } from '#builder/site.ts';

type ReadRun = { readonly nowMs: number; readonly report: Report };

/** All posts that can be published, and where each lies, with all of them in memory. */
export function findPlaces(
  folder: string,
  found: Found,
  site: Site,
  run: ReadRun,
): { posts: readonly Post[]; places: Places } {
  const dated = readPosts(folder, found.posts, site, run);
  const posts = [...dated, ...readPosts(folder, loneUndated(found, site), site, run)];
  const bound = posts.map((post) => boundPost(post, run.report));
  const screens = screensOf(bound);
  const places = placePosts(bound, {
    isSameText: textComparer(folder, run.report),
    isFeed: feedTeller(site),
    isShown: (folded) => screens.has(folded),
    report: run.report,
  });
  return { posts: bound, places };
}

/** The files without a date of which there is no dated copy, shown or not. */
export function loneUndated(found: Found, site: Site): readonly string[] {
  if (found.undated.length === 0) return [];
  const keys = new Set(found.posts.map((path) => twinKey(path, site)));
  return found.undated.filter((path) => !keys.has(twinKey(path, site)));
}

/** Reads the place of every post; what cannot be read is reported. */
export function readPosts(folder: string, paths: readonly string[], site: Site, run: ReadRun): Post[] {
  return paths.flatMap((path) => {
    const bytes = borrowOrReport(folder, path, run.report);
    const post = bytes && readPost(path, bytes, site, run);
    return post ? [detached(post)] : [];
  });
}

/** Tells whether the files of two posts hold the same bytes. What cannot be read any more is reported, and is not the same. */
export function textComparer(folder: string, report: Report): (a: Post, b: Post) => boolean {
  return (a, b) => {
    const [one, other] = [a, b].map(({ path }) => {
      const bytes = borrowOrReport(folder, path, report);
      return bytes && toKeep(bytes);
    });
    return one && other ? one.equals(other) : false;
  };
}
