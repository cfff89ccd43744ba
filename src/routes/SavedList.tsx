import { useDeferredValue, useMemo, useRef } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import type { SavedPost } from '#device/ownDatabase.ts';
import type { Manifest } from '#shared/archive.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import css from './DirectoryPage.module.css';
import { findSaved, SAVED_ORDERS, type SavedOrder, savedOrderOf, sortSaved } from './findSaved.ts';
import { SavedRows } from './SavedRows.tsx';

type Props = { readonly posts: readonly SavedPost[]; readonly manifest: Manifest };

/** The saved articles that the address asks for, in its order, with the field and the links that change both. */
export function SavedList({ posts, manifest }: Props) {
  const messages = useMessages();
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const typed = params.get('q') ?? '';
  const order = savedOrderOf(params.get('sort'));
  // A long list is looked through while the reader types on.
  const sought = useDeferredValue(typed);
  const sorted = useMemo(() => sortSaved(posts, order, messages.locale), [posts, order, messages.locale]);
  const found = useMemo(() => findSaved(sorted, sought), [sorted, sought]);

  const search = (text: string) => setParams(paramsOf(text, order), { replace: true, state });
  const clear = () => {
    search('');
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
          onChange={({ target }) => search(target.value)}
        />
        <OrderLinks typed={typed} current={order} />
      </search>
      <output className={css.count}>{sought.trim() !== '' && messages.postCount(found.length)}</output>
      {found.length > 0 ? (
        <SavedRows posts={found} manifest={manifest} />
      ) : (
        <Notice>
          <p>{messages.palette.none(sought)}</p>
          <Button onClick={clear}>{messages.directory.clear}</Button>
        </Notice>
      )}
    </>
  );
}

function OrderLinks({ typed, current }: { readonly typed: string; readonly current: SavedOrder }) {
  const { directory, newest, saved } = useMessages();
  const { state } = useLocation();
  const names = { bySaving: saved.title, newest, byName: directory.byName };
  return (
    <span className={css.choice}>
      {SAVED_ORDERS.map((order) => (
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

function paramsOf(typed: string, order: SavedOrder): URLSearchParams {
  return new URLSearchParams({ ...(typed !== '' && { q: typed }), ...(order !== 'bySaving' && { sort: order }) });
}
