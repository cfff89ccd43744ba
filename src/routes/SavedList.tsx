import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { SavedPost } from '#device/ownDatabase.ts';
import type { Manifest } from '#shared/archive.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { FilteredList } from './FilteredList.tsx';
import { findSaved, SAVED_ORDERS, savedOrderOf, sortSaved } from './findSaved.ts';
import { SavedRows } from './SavedRows.tsx';

type Props = { readonly posts: readonly SavedPost[]; readonly manifest: Manifest };

/** The saved articles that the address asks for, in its order. */
export function SavedList({ posts, manifest }: Props) {
  const messages = useMessages();
  const [params] = useSearchParams();
  const order = savedOrderOf(params.get('sort'));
  // A long list is looked through while the reader types on.
  const sought = useDeferredValue(params.get('q') ?? '');
  const sorted = useMemo(() => sortSaved(posts, order, messages.locale), [posts, order, messages.locale]);
  const found = useMemo(() => findSaved(sorted, sought), [sorted, sought]);
  return (
    <FilteredList
      orders={SAVED_ORDERS}
      names={{ bySaving: messages.saved.title, newest: messages.newest, byName: messages.directory.byName }}
      current={order}
      sought={sought}
      found={messages.postCount(found.length)}
    >
      {found.length > 0 ? <SavedRows posts={found} manifest={manifest} /> : null}
    </FilteredList>
  );
}
