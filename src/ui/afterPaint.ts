/** A window that nobody sees paints nothing. */
const PATIENCE_MS = 500;

/** Calls back once what stands on the page now has been painted; gives a function that takes that back. */
export function afterPaint(callback: () => void): () => void {
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame); // It comes when the window is looked at.
    callback();
  }, PATIENCE_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(callback); // The frame is painted when its callbacks have run.
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
