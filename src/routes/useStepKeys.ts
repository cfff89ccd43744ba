import { useEffect } from 'react';
import { focusRow, rowOf } from './rows.ts';
import { isSingleKey } from './singleKeys.ts';

/** The keys j and k go from row to row of a list whose rows are all on the page. */
export function useStepKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.key !== 'j' && event.key !== 'k') || !isSingleKey(event)) return;
      const row = rowOf(document.activeElement);
      const beside = event.key === 'j' ? row?.nextElementSibling : row?.previousElementSibling;
      const next = row ? beside : document.querySelector('[role="feed"] > article');
      if (!next) return;
      event.preventDefault();
      focusRow(next);
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
