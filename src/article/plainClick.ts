/** Whether a click asks for what it is on, and not for another window, a download or a menu. */
export function isPlainClick(event: React.MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0) return false;
  return !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}
