import { lazy, Suspense, useState } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import { useIsAttached } from '#ui/useIsAttached.ts';
import type { RowMenuProps } from './RowMenu.tsx';

// Made by each press: a lazy component whose code did not come would never ask for it again.
const lazyMenu = () => lazy(() => import('./RowMenu.tsx').then((module) => ({ default: module.RowMenu })));

type Props = Pick<RowMenuProps, 'headline' | 'above'> & { readonly className?: string | undefined };

/** Opens the menu of a row. It lies over the row, so that nothing moves when it comes to a real page. */
export function RowMenuButton({ className, ...row }: Props) {
  const { locale, saved } = useMessages();
  const isAttached = useIsAttached();
  const [Menu, setMenu] = useState<ReturnType<typeof lazyMenu> | null>(null);
  if (!isAttached) return null;
  return (
    <>
      <button
        type="button"
        className={className}
        lang={locale}
        aria-haspopup="dialog"
        aria-label={saved.more(row.headline.title)}
        onClick={() => setMenu(lazyMenu)}
      >
        ⋯
      </button>
      {Menu && (
        <Suspense>
          <Menu {...row} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </>
  );
}
