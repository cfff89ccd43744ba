import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether the page may show what belongs to the reader: the time of day, this device. False while a real page is written
 * and while the app attaches to it, so that the first render repeats the page; true ever after, and in screens that the
 * app draws itself.
 */
export function useIsAttached(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
