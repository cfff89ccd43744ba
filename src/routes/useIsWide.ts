import { useSyncExternalStore } from 'react';

const wide = () => window.matchMedia('(min-width: 60rem)');

/** Whether the window has room for a second column, as HomePage.module.css has it. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = wide();
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => wide().matches,
    () => false,
  );
}
