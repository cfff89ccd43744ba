import { useState } from 'react';
import type { Manifest } from '#shared/archive.ts';
import type { Day } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './FrontAside.module.css';
import { FrontColumn } from './FrontColumn.tsx';
import { useIsWide } from './useIsWide.ts';

type Props = { readonly manifest: Manifest; readonly today: Day };

/** What stands beside the stream. Where there is one column, one line that opens it: the stream below has no end. */
export function FrontAside(props: Props) {
  const { atAGlance, locale } = useMessages();
  const [isOpen, setOpen] = useState(false);
  if (useIsWide()) return <FrontColumn {...props} />;
  return (
    <details className={css.folded} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary lang={locale}>{atAGlance}</summary>
      {isOpen && <FrontColumn {...props} />}
    </details>
  );
}
