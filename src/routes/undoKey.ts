import { isInField, isSingleKey } from './singleKeys.ts';

/** Whether a key press takes back the last mark: u, or Ctrl+Z or ⌘Z, which in a field is the field's. */
export function isUndoKey(event: KeyboardEvent): boolean {
  const { altKey, ctrlKey, key, metaKey, shiftKey, target } = event;
  if (key === 'u') return isSingleKey(event);
  return key.toLowerCase() === 'z' && ctrlKey !== metaKey && !altKey && !shiftKey && !isInField(target);
}
