import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { useNavigationType } from 'react-router';
import { adoptLatest, countNew, latestHeadQuery, latestQuery, type Newest } from '#data/latestQueries.ts';
import { manifestQuery, type StreamId } from '#data/queries.ts';
import { todayIn } from '#messages/format.ts';
import { localTimeOf } from '#shared/days.ts';
import type { Address } from '#shared/post.ts';
import { useManifest } from './useManifest.ts';

/** What has come into a stream since its list was opened. */
export type NewPosts = {
  /** How many headlines stand above those shown. */
  readonly count: number;
  /** When they were published, in the site's zone. */
  readonly publishedAt: string;
  /** Shows them. */
  readonly take: () => void;
  /** The headline that was the newest before that. */
  readonly mark: Address | undefined;
};

/**
 * Asks each minute whether a stream has new headlines, and changes nothing until the reader takes them. A list that is
 * opened anew, and not come back to, begins with them.
 */
export function useNewPosts(stream: StreamId, shown: Newest): NewPosts {
  const client = useQueryClient();
  const { manifest, today } = useManifest();
  const type = useNavigationType();
  const [mark, setMark] = useState<Address>();
  const { data: latest = manifest, dataUpdatedAt } = useQuery({
    ...latestQuery(),
    initialData: () => client.getQueryData(manifestQuery().queryKey),
    initialDataUpdatedAt: () => client.getQueryState(manifestQuery().queryKey)?.dataUpdatedAt,
  });
  const isNewer = latest.generation !== manifest.generation;
  const isAll = stream.kind === 'all';
  const { data: head } = useQuery({ ...latestHeadQuery(stream, latest.generation), enabled: isNewer && !isAll });
  const newest = isAll ? latest : head;

  useLayoutEffect(() => {
    if (type !== 'POP') adoptLatest(client);
  }, [client, type]);

  // A page that stays open sees another day come.
  const isAnotherDay = todayIn(manifest.site.timezone, dataUpdatedAt) > today;
  useLayoutEffect(() => {
    if (isAnotherDay) client.setQueryData(manifestQuery().queryKey, (same) => same, { updatedAt: dataUpdatedAt });
  }, [client, isAnotherDay, dataUpdatedAt]);

  return {
    count: isNewer && newest ? countNew(shown, newest) : 0,
    publishedAt: localTimeOf(Date.parse(latest.publishedAt), latest.site.timezone),
    take: () => {
      setMark(shown.newest[0]?.address);
      adoptLatest(client);
    },
    mark,
  };
}
