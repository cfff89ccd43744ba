/**
 * Whether the reader's browser is asked to save data (https://wicg.github.io/savedata/): then nothing is loaded that may
 * not be needed. Only Chromium tells.
 */
export function isSavingData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }; // Not in lib.dom.
  return connection?.saveData === true;
}
