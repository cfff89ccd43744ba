import type { Mention } from '#shared/post.ts';
import css from './MentionChip.module.css';

/** A security or sector, by its name and code. One node: lists hold many. */
export function MentionChip({ mention }: { readonly mention: Mention }) {
  const { code, isSector, name } = mention;
  return (
    <span className={css.chip} data-code={name === undefined || isSector ? undefined : code}>
      {name ?? code}
    </span>
  );
}
