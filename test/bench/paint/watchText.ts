/** An element with a text in it, at a path if one is given. */
export type Sought = { readonly path?: string; readonly tag: string; readonly text: string };

declare global {
  interface Window {
    /** Begins to look for something, in this document and those after it in the same tab. */
    seek: (sought: Sought) => void;
    /** When what is sought came on screen, in milliseconds of the epoch; zero until that is known. */
    shownAt: number;
  }
}

/**
 * Runs in every document before its own scripts: looks at each frame whether the sought text is there. The page gets it
 * as text, so that it is one function.
 */
export function watchText(first: Sought): void {
  if (!location.protocol.startsWith('http')) return;
  const find = ({ path, tag, text }: Sought) =>
    path === undefined || path === location.pathname
      ? [...document.querySelectorAll(tag)].find(
          (node) =>
            node.textContent?.includes(text) &&
            node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
            node.getBoundingClientRect().height > 0,
        )
      : undefined;
  let soughtAt = 0;
  // What was sought before may be told only now.
  const note = (at: number) => at < soughtAt || (window.shownAt ||= at);
  const look = (sought: Sought) => {
    let block = find(sought);
    if (!block) return requestAnimationFrame(() => look(sought));
    const laidOutAt = performance.timeOrigin + performance.now();
    // This frame is not painted yet. When it is on screen, the browser tells the time of blocks that ask for it, which
    // a message or the next frame would learn only after whatever script does in between.
    while (block?.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement;
    block?.setAttribute('elementtiming', 'sought');
    // It tells nothing of a block that it has painted before, such as an empty one.
    return setTimeout(() => note(laidOutAt), 1000);
  };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) note(performance.timeOrigin + startTime);
  }).observe({ type: 'element', buffered: true });
  window.seek = (sought) => {
    window.shownAt = 0;
    soughtAt = performance.timeOrigin + performance.now();
    sessionStorage.setItem('sought', JSON.stringify(sought));
    requestAnimationFrame(() => look(sought));
  };
  window.seek(JSON.parse(sessionStorage.getItem('sought') ?? 'null') ?? first);
}
