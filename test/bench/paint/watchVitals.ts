declare global {
  interface Window {
    /** What the browser has told of the document so far. */
    vitals: { lcpMs: number; shift: number; freezes: { readonly endMs: number; readonly ms: number }[] };
  }
}

/** What is kept of the page's own figures. */
export type Vitals = {
  readonly fcpMs: number | null;
  readonly lcpMs: number | null;
  /** Of all shifts, those after input too. */
  readonly cls: number;
  /** Of long tasks that end after the first paint, what is above 50 ms. */
  readonly tbtMs: number;
};

/** Runs in every document before its own scripts: notes what the browser tells, and when somebody clicked. */
export function watchVitals(): void {
  window.vitals = { lcpMs: 0, shift: 0, freezes: [] };
  const watcher = new PerformanceObserver((list) => {
    for (const told of list.getEntries()) {
      const { entryType, startTime, duration: ms } = told;
      if (entryType === 'largest-contentful-paint') window.vitals.lcpMs = startTime;
      if (entryType === 'longtask') window.vitals.freezes.push({ endMs: startTime + ms, ms });
      if (entryType === 'layout-shift' && 'value' in told) window.vitals.shift += Number(told.value);
    }
  });
  for (const type of ['largest-contentful-paint', 'longtask', 'layout-shift'])
    watcher.observe({ type, buffered: true });
  addEventListener(
    'click',
    ({ timeStamp }) => sessionStorage.setItem('inputAt', String(performance.timeOrigin + timeStamp)),
    { capture: true },
  );
}

/** Runs in the page: its figures so far. */
export function readVitals(): Vitals {
  const fcpMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
  const { lcpMs, shift, freezes } = window.vitals;
  const after = freezes.filter(({ endMs }) => endMs > (fcpMs ?? 0));
  const tbtMs = after.reduce((sum, { ms }) => sum + Math.max(0, ms - 50), 0);
  return { fcpMs, lcpMs: lcpMs || null, cls: shift, tbtMs };
}
