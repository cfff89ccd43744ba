import { type ReactNode, useRef } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';
import css from './DirectoryPage.module.css';

type Props<Order extends string> = {
  /** The orders by their names; that of an address that names none comes first. */
  readonly orders: readonly Order[];
  readonly names: Readonly<Record<Order, string>>;
  readonly current: Order;
  /** What was looked for, and how many were found, in words. */
  readonly sought: string;
  readonly found: string;
  /** The list; null where nothing was found. */
  readonly children: ReactNode;
};

/** A list that its address narrows (`?q=`) and orders (`?sort=`), below the field and the links that change both. */
export function FilteredList<Order extends string>({ sought, found, children, ...choice }: Props<Order>) {
  const { directory, palette } = useMessages();
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const typed = params.get('q') ?? '';
  const paramsOf = (text: string, order: Order) =>
    new URLSearchParams({ ...(text !== '' && { q: text }), ...(order !== choice.orders[0] && { sort: order }) });
  const filter = (text: string) => setParams(paramsOf(text, choice.current), { replace: true, state });
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
          aria-label={directory.filter}
          placeholder={directory.filter}
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed}
          onChange={({ target }) => filter(target.value)}
        />
        <OrderLinks {...choice} searchOf={(order) => paramsOf(typed, order).toString()} />
      </search>
      <output className={css.count}>{sought.trim() !== '' && found}</output>
      {children ?? (
        <Notice>
          <p>{palette.none(sought)}</p>
          <Button onClick={clear}>{directory.clear}</Button>
        </Notice>
      )}
    </>
  );
}

type LinksProps<Order extends string> = Pick<Props<Order>, 'orders' | 'names' | 'current'> & {
  readonly searchOf: (order: Order) => string;
};

function OrderLinks<Order extends string>({ orders, names, current, searchOf }: LinksProps<Order>) {
  const { state } = useLocation();
  return (
    <span className={css.choice}>
      {orders.map((order) => (
        <Link
          key={order}
          to={{ search: searchOf(order) }}
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
