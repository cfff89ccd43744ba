/** Gives the focus of a button that is about to go to the heading of the dialog or screen it belongs to. */
export function passFocus(button: Element): void {
  if (button !== document.activeElement) return;
  const heading = button.closest('dialog')?.querySelector('h2') ?? document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
