import { useMessages } from './MessagesContext.ts';
import css from './Skeleton.module.css';

/** The shape of what is to come, faint, and only when it does not come within 200 ms. */
export function Skeleton({ kind }: { readonly kind: 'list' | 'article' }) {
  const { loading } = useMessages();
  const lines = kind === 'list' ? ROWS : PARAGRAPHS;
  return (
    <output className={css.skeleton} aria-label={loading} data-kind={kind}>
      {lines.map((line) => (
        <span key={line} className={css.line} />
      ))}
    </output>
  );
}

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const PARAGRAPHS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
