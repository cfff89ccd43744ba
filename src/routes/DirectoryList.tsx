import { memo, useDeferredValue, useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { shortDates } from '#messages/format.ts';
import type { Messages } from '#messages/messages.ts';
import type { Listed, Manifest, NamedKind } from '#shared/archive.ts';
import { streamPath } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './DirectoryPage.module.css';
import { FilteredList } from './FilteredList.tsx';
import { ORDERS, orderOf, sortListed } from './sortListed.ts';
import { siteLang } from './useManifest.ts';
import { useNameMatcher } from './useNameMatcher.ts';

type Props = { readonly kind: NamedKind; readonly streams: readonly Listed[]; readonly manifest: Manifest };

/** The streams of a kind that the address asks for, in its order. */
export function DirectoryList({ kind, streams, manifest }: Props) {
  const messages = useMessages();
  const [params] = useSearchParams();
  const typed = params.get('q') ?? '';
  const order = orderOf(params.get('sort'));
  const isMeant = useNameMatcher(typed);
  // Pinyin makes a sort of thousands too long for every letter.
  const sorted = useMemo(() => sortListed(streams, order, messages.locale), [streams, order, messages.locale]);
  const dateOf = useMemo(() => shortDates(messages), [messages]);
  const found = sorted.filter(({ name }) => isMeant(name, typed));
  // A large list is drawn while the reader types on.
  const shown = useDeferredValue(found);
  return (
    <FilteredList
      orders={ORDERS}
      names={{ ...messages.directory, newest: messages.newest }}
      current={order}
      sought={typed}
      found={messages.directory.total(found.length)}
    >
      {found.length > 0 ? (
        <ul className={css.list} lang={siteLang(manifest)}>
          {shown.map((stream) => (
            <StreamRow key={stream.slug} kind={kind} stream={stream} messages={messages} dateOf={dateOf} />
          ))}
        </ul>
      ) : null}
    </FilteredList>
  );
}

type RowProps = {
  readonly kind: NamedKind;
  readonly stream: Listed;
  readonly messages: Messages;
  readonly dateOf: (day: string) => string;
};

// Kept: at 2,000 of them, those that a letter leaves in place are most of the work.
const StreamRow = memo(function StreamRow({ kind, stream, messages, dateOf }: RowProps) {
  const { slug, name, count, day } = stream;
  return (
    <li>
      <Link to={streamPath(kind, slug)}>
        <b>{name}</b>
        <small lang={messages.locale}>
          {messages.postCount(count)} · <time dateTime={day}>{dateOf(day)}</time>
        </small>
      </Link>
    </li>
  );
});
