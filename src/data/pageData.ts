// What a real page carries: the answers to all that its first render asks. Builder and app fill their queries with the
// same, so that both draw the same.
import type { QueryClient } from '@tanstack/react-query';
import type { StreamHead } from '#shared/archive.ts';
import { isPartial, type PageData } from '#shared/prerender.ts';
import type { Address } from '#shared/post.ts';
import type { ArticleAnswer } from './archiveClient.ts';
import { neighboursQuery } from './neighboursQuery.ts';
import { ALL, articleQuery, headQuery, manifestQuery, pageManifestQuery } from './queries.ts';
import { calendarQuery, directoryQuery } from './screenQueries.ts';
import { dayQuery } from './streamPlaces.ts';

/** Answers the queries of a page's screen with what the page holds. */
export function seedQueries(client: QueryClient, address: Address, data: PageData): void {
  const { manifest, article, head, day, directory, calendars = [] } = data;
  client.setQueryData((isPartial(manifest) ? pageManifestQuery(address) : manifestQuery()).queryKey, manifest);
  if (head) seedHead(client, head);
  if (directory) client.setQueryData(directoryQuery(directory.kind).queryKey, directory);
  for (const calendar of calendars) client.setQueryData(calendarQuery(calendar.year).queryKey, calendar);
  if (article) seedArticle(client, address, { ...data, article });
  if (day) client.setQueryData(dayQuery(manifest.count, day.day).queryKey, { start: 0, ...day });
}

/** A host may have kept the page for a while. What is shown is asked for anew, so that it goes with the manifest. */
function seedHead(client: QueryClient, head: StreamHead): void {
  const { queryKey } = headQuery(head.kind, head.slug);
  client.setQueryData(queryKey, head);
  void client.invalidateQueries({ queryKey, refetchType: 'none' });
}

function seedArticle(
  client: QueryClient,
  address: Address,
  { article, neighbours }: PageData & Required<Pick<PageData, 'article'>>,
): void {
  const answer: ArticleAnswer = { kind: 'article', article };
  client.setQueryData(articleQuery(address).queryKey, answer);
  // Other posts of the day on the same securities are not on the page.
  const beside = neighbours ? { ...neighbours, sameDay: [], stream: ALL } : null;
  client.setQueryData(neighboursQuery(article, ALL).queryKey, beside, { updatedAt: 1 });
}
