/** Files that changed, in order; null when something changed that cannot be told by names of files. */
export type Changes = readonly string[] | null;

const REST_MS = 300;
const PATIENCE_MS = 3000;
// The longest time that a timer of Node takes; of a longer one it makes a millisecond.
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Gathers what changes until it comes to rest for a moment, or three seconds have passed. */
export class ChangeQueue {
  readonly #paths = new Set<string>();
  #isUnclear = false;
  #patienceEndMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #alarm: NodeJS.Timeout | undefined;
  #isDue = false;
  #isClosed = false;
  #wake = () => {};

  /** Adds a changed file; null for a change that cannot be told by the name of a file. */
  readonly add = (path: string | null): void => {
    if (this.#timer === undefined) this.#patienceEndMs = Date.now() + PATIENCE_MS;
    if (path === null) this.#isUnclear = true;
    else this.#paths.add(path);
    clearTimeout(this.#timer);
    const delayMs = Math.max(0, Math.min(REST_MS, this.#patienceEndMs - Date.now()));
    this.#timer = setTimeout(() => this.#rest(), delayMs);
  };

  /**
   * Has `next` answer without a change after some time, or in 24 days if that is earlier; null has it wait for changes
   * alone. Each call takes the place of the last.
   */
  wakeIn(delayMs: number | null): void {
    clearTimeout(this.#alarm);
    this.#isDue = false;
    if (delayMs === null || this.#isClosed) return;
    this.#alarm = setTimeout(() => this.#ring(), Math.min(Math.max(0, delayMs), MAX_TIMER_MS));
  }

  /** All changes since the last time, once there are some and they have come to rest, or it is time; `closed` when none will come. */
  async next(): Promise<Changes | 'closed'> {
    if (!this.#isClosed && !this.#isReady()) await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#isClosed) return 'closed';
    const changes = this.#isUnclear ? null : [...this.#paths].toSorted();
    this.#paths.clear();
    this.#isUnclear = false;
    this.#isDue = false;
    return changes;
  }

  /** Ends the waiting. */
  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#alarm);
    this.#isClosed = true;
    this.#wake();
  }

  #isReady(): boolean {
    return this.#timer === undefined && (this.#isDue || this.#isUnclear || this.#paths.size > 0);
  }

  #ring(): void {
    this.#isDue = true;
    if (this.#isReady()) this.#wake(); // Else changes are coming to rest, and wake it.
  }

  #rest(): void {
    this.#timer = undefined;
    this.#wake();
  }
}

/** What changed in either of two times. */
export function bothChanges(a: Changes, b: Changes): Changes {
  return a === null || b === null ? null : [...new Set([...a, ...b])].toSorted();
}
