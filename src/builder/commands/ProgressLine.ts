import { progressText, type Step } from './progressText.ts';

/** Where progress is shown: stderr, or what stands for it. */
export type Screen = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
};

const QUIET_MS = 2000;
const REDRAW_MS = 100;
const LINE_MS = 10_000;
const ERASE_LINE = '\r\u001B[K';

/**
 * Shows how far a run is: on a terminal one line that is drawn anew, elsewhere a line every ten seconds. Runs of less
 * than two seconds show nothing.
 */
export class ProgressLine {
  readonly #screen: Screen;
  readonly #clock: () => number;
  readonly #startMs: number;
  #shownMs: number;
  #phase: { readonly name: Step['phase']; readonly startMs: number } | null = null;
  #isDrawn = false;

  /** `clock` gives milliseconds. */
  constructor(screen: Screen = process.stderr, clock: () => number = () => performance.now()) {
    this.#screen = screen;
    this.#clock = clock;
    this.#startMs = clock();
    this.#shownMs = this.#startMs;
  }

  readonly show = (step: Step): void => {
    const nowMs = this.#clock();
    if (this.#phase?.name !== step.phase) this.#phase = { name: step.phase, startMs: nowMs };
    const everyMs = this.#screen.isTTY === true ? REDRAW_MS : LINE_MS;
    if (nowMs - this.#startMs < QUIET_MS || nowMs - this.#shownMs < everyMs) return;
    this.#shownMs = nowMs;
    this.#write(progressText(step, (nowMs - this.#phase.startMs) / 1000));
  };

  /** Writes a line of its own, which stays. */
  interrupt(notice: string): void {
    this.clear();
    this.#screen.write(`${notice}\n`);
  }

  /** Takes the line off the terminal. */
  clear(): void {
    if (this.#isDrawn) this.#screen.write(ERASE_LINE);
    this.#isDrawn = false;
  }

  #write(text: string): void {
    this.#isDrawn = this.#screen.isTTY === true;
    if (!this.#isDrawn) this.#screen.write(`${text}\n`);
    else this.#screen.write(ERASE_LINE + text.slice(0, (this.#screen.columns || 80) - 1));
  }
}
