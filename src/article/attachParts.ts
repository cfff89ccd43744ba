const CHARACTERS_PER_LINE = 36;

type Options = {
  /** Makes nodes of a part's HTML that may be shown. */
  readonly prepare: (html: string) => DocumentFragment;
  readonly onPart: (part: HTMLElement) => void;
  readonly signal: AbortSignal;
};

/**
 * Attaches the further parts of a long text below `root`, each in a task of its own so that the page answers in between,
 * and tells of each. Ends early when `signal` is aborted.
 */
export async function attachParts(
  root: HTMLElement,
  parts: readonly string[],
  { prepare, onPart, signal }: Options,
): Promise<void> {
  for (const html of parts) {
    await nextTask();
    if (signal.aborted) return;
    const part = document.createElement('div');
    part.className = 'part';
    part.append(prepare(html));
    // The browser lays a part out when it comes near; until then the page needs a height to scroll through.
    const lines = Math.ceil((part.textContent?.length ?? 0) / CHARACTERS_PER_LINE);
    part.style.setProperty('contain-intrinsic-block-size', `auto ${lines}lh`);
    root.append(part);
    onPart(part);
  }
}

// Unlike timers, messages are not slowed down when many follow one another or the window is hidden.
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const go = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', go, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
