import { fromZoned, toZonedIso } from '#shared/days.ts';
import type { Headline, LocalTime } from '#shared/post.ts';
import type { Site } from '#builder/site.ts';
import { absoluteUrl, originOf, permanentId } from '#builder/siteUrl.ts';
import { entryIdOf } from './entryId.ts';
import type { FeedEntry } from './feed.ts';
import { absoluteIn, feedContent } from './feedContent.ts';
import type { NewPost } from './newestPosts.ts';

/** A post with its whole text, where that can be had. */
export function wholeEntry({ note, article }: NewPost, site: Site): FeedEntry {
  const entry = { ...shortEntry(note.headline, site), date: note.date };
  if (article === null) return entry;
  const content = feedContent(article, { origin: originOf(site), link: entry.link });
  const { digest, original } = article;
  return {
    ...entry,
    ...(digest !== undefined && { summary: digest }),
    ...(content !== null && { content }),
    ...(original !== undefined && { original: original.href }),
  };
}

/** A post as a list shows it, with its digest only. */
export function shortEntry(headline: Headline, site: Site): FeedEntry {
  const { address, title, time, categories = [], tags = [], digest, source, picture, lang } = headline;
  const link = absoluteUrl(address, site);
  return {
    id: permanentId(entryIdOf(headline), site),
    link,
    title,
    date: instantOf(time, site.timezone),
    names: [...new Set([...categories, ...tags])],
    ...(digest !== undefined && { summary: digest }),
    ...(source !== undefined && { author: source }),
    ...(picture && { picture: absoluteIn(picture.src, { origin: originOf(site), link }) }),
    ...(lang !== undefined && { lang }),
  };
}

/** When the site's clocks show a time, to the second. */
function instantOf(time: LocalTime, zone: string): string {
  return toZonedIso(fromZoned(Date.parse(time.length > 'YYYY-MM-DD'.length ? `${time}Z` : time), zone), zone);
}
