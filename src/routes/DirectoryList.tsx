import { memo, useDeferredValue, useMemo, useRef } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { shortDates } from '#messages/format.ts';
import type { Messages } from '#messages/messages.ts';
import type { Listed, Manifest, NamedKind } from '#shared/archive.ts';
import { streamPath } from '#shared/paths.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import css from './DirectoryPage.module.css';
import { type Order, ORDERS, orderOf, sortListed } from './sortListed.ts';
import { siteLang } from './useManifest.ts';
import { useNameMatcher } from './useNameMatcher.ts';

type Props = { readonly kind: NamedKind; readonly streams: readonly Listed[]; readonly manifest: Manifest };

/** The streams of a kind that the address asks for, in its order, with the field and the links that change both. */
export function DirectoryList({ kind, streams, manifest }: Props) {
  const messages = useMessages();
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const typed = params.get('q') ?? '';
  const order = orderOf(params.get('sort'));
  const isMeant = useNameMatcher(typed);
  // Pinyin makes a sort of thousands too long for every letter.
  const sorted = useMemo(() => sortListed(streams, order, messages.locale), [streams, order, messages.locale]);
  const dateOf = useMemo(() => shortDates(messages), [messages]);
  const found = sorted.filter(({ name }) => isMeant(name, typed));
  // A large list is drawn while the reader types on.
  const shown = useDeferredValue(found);

  const filter = (text: string) => setParams(paramsOf(text, order), { replace: true, state });
  const clear = () => {
    filter('');
    if (!field.current) return;
    field.current.value = '';
    field.current.focus();
  };

  return (
    <>
      <search className={css.tools}>
        {/* Not controlled: the address follows behind, and must not take letters back from who composes them. */}
        <input
          ref={field}
          type="search"
          className={css.field}
          aria-label={messages.directory.filter}
          placeholder={messages.directory.filter}
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed}
          onChange={({ target }) => filter(target.value)}
        />
        <OrderLinks typed={typed} current={order} />
      </search>
      <output className={css.count}>{typed.trim() !== '' && messages.directory.total(found.length)}</output>
      {found.length === 0 ? (
        <Notice>
          <p>{messages.palette.none(typed)}</p>
          <Button onClick={clear}>{messages.directory.clear}</Button>
        </Notice>
      ) : (
        <ul className={css.list} lang={siteLang(manifest)}>
          {shown.map((stream) => (
            <StreamRow key={stream.slug} kind={kind} stream={stream} messages={messages} dateOf={dateOf} />
          ))}
        </ul>
      )}
    </>
  );
}

function OrderLinks({ typed, current }: { readonly typed: string; readonly current: Order }) {
  const messages = useMessages();
  const { state } = useLocation();
  const names = { ...messages.directory, newest: messages.newest };
  return (
    <span className={css.choice}>
      {ORDERS.map((order) => (
        <Link
          key={order}
          to={{ search: paramsOf(typed, order).toString() }}
          replace
          state={state}
          aria-current={order === current ? 'true' : undefined}
        >
          {names[order]}
        </Link>
      ))}
    </span>
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

function paramsOf(typed: string, order: Order): URLSearchParams {
  return new URLSearchParams({ ...(typed !== '' && { q: typed }), ...(order !== 'largest' && { sort: order }) });
}
