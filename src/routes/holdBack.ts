/** Settles when the history is again as it was before what was closed last; null when it is. */
let returning: Promise<void> | null = null;

// What lies over the screen, the topmost last.
const held: ((event: PopStateEvent) => void)[] = [];

/**
 * Makes the browser's Back call `onBack`, once, instead of leaving the screen: what lies over the screen closes. Gives
 * a function that ends this, for when it was closed in another way; what is to come `afterwards` may go elsewhere.
 */
export function holdBack(onBack: () => void): (afterwards?: () => void) => void {
  let step: 'waiting' | 'held' | 'over' = 'waiting';
  let href = '';
  let onLeft = onBack;
  const leave = (event: PopStateEvent) => {
    // Back takes what is on top. Who leaps past the screen leaves all of them.
    if (location.href === href && held.at(-1) !== leave) return;
    held.splice(held.indexOf(leave), 1);
    removeEventListener('popstate', leave, { capture: true });
    // The router did not see this entry of the history come, and need not see it go.
    if (location.href === href) event.stopImmediatePropagation();
    step = 'over';
    onLeft();
  };
  const hold = () => {
    if (step === 'over') return;
    step = 'held';
    href = location.href;
    history.pushState(history.state, '');
    held.push(leave);
    addEventListener('popstate', leave, { capture: true });
  };
  // The browser takes its time to go back, and would take along what came meanwhile.
  if (returning) void returning.then(hold);
  else hold();
  return (afterwards = () => {}) => {
    if (step === 'over') return;
    if (step === 'held') returning = goBack((then) => (onLeft = then));
    step = 'over';
    void (returning ?? Promise.resolve()).then(afterwards);
  };
}

function goBack(onceLeft: (then: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    onceLeft(() => {
      returning = null;
      resolve();
    });
    history.back();
  });
}
