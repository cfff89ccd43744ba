import { chosenSetting } from '#device/settings.ts';

/**
 * Whether a key press may be taken for a command: the key alone, not part of a text being composed, not in a field or
 * over a dialog, and not where the reader turned such keys off.
 */
export function isSingleKey(event: KeyboardEvent): boolean {
  const { altKey, ctrlKey, defaultPrevented, metaKey, target } = event;
  if (defaultPrevented || altKey || ctrlKey || metaKey || isComposing(event)) return false;
  if (chosenSetting('keys') === 'off') return false;
  return !isInField(target) && !isDialogOpen();
}

/** Whether a key press belongs to a text being composed, as Chinese is from its pinyin. */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  // Safari ends the composition before the press that ended it: https://bugs.webkit.org/show_bug.cgi?id=165004
  return isComposing || keyCode === 229;
}

/** What a key press opens over any screen: Ctrl+K or ⌘K the palette, from within fields too; `?` the help. Null for most. */
export function overlayOf(event: KeyboardEvent): 'palette' | 'help' | null {
  const { altKey, ctrlKey, key, metaKey, shiftKey } = event;
  if (key === '?' || key === '？') return isSingleKey(event) ? 'help' : null;
  const isPalette = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
  return isPalette && !isComposing(event) && !isDialogOpen() ? 'palette' : null;
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** Whether what is pressed there belongs to a field. */
export function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
