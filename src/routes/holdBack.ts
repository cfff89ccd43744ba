/**
 * Makes the browser's Back call `onBack`, once, instead of leaving the screen: what lies over the screen closes. Gives
 * a function that ends this, for when it was closed in another way; what is to come `afterwards` may go elsewhere.
 */
export function holdBack(onBack: () => void): (afterwards?: () => void) => void {
  const { href } = location;
  let isHeld = true;
  let onLeft = onBack;
  const leave = (event: PopStateEvent) => {
    removeEventListener('popstate', leave, { capture: true });
    // The router did not see this entry of the history come, and need not see it go.
    if (location.href === href) event.stopImmediatePropagation();
    isHeld = false;
    onLeft();
  };
  history.pushState(history.state, '');
  addEventListener('popstate', leave, { capture: true });
  return (afterwards = () => {}) => {
    if (!isHeld) return;
    isHeld = false;
    onLeft = afterwards;
    history.back();
  };
}
