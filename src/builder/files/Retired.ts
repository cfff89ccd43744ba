import { compareText } from '#builder/report.ts';

/** Files that are no longer part of the site, and since when. They stay for a while, since readers may still ask for them. */
export class Retired {
  readonly #since: Map<string, number>;
  readonly #nowMs: number;

  /** `noted` comes from the last publish. Where the clock has gone back since, time is counted from now. */
  constructor(noted: readonly (readonly [path: string, sinceMs: number])[], nowMs: number) {
    this.#since = new Map(noted.map(([path, sinceMs]) => [path, Math.min(sinceMs, nowMs)]));
    this.#nowMs = nowMs;
  }

  has(path: string): boolean {
    return this.#since.has(path);
  }

  paths(): readonly string[] {
    return [...this.#since.keys()];
  }

  add(path: string): void {
    if (!this.#since.has(path)) this.#since.set(path, this.#nowMs);
  }

  /** Forgets a file: it is part of the site again, or gone. */
  drop(path: string): void {
    this.#since.delete(path);
  }

  /** Those that have stayed for so long. */
  due(keepMs: number): readonly string[] {
    return this.paths().filter((path) => this.#nowMs - (this.#since.get(path) ?? 0) >= keepMs);
  }

  /** All of them, to be noted for the next publish. */
  noted(): readonly (readonly [path: string, sinceMs: number])[] {
    return [...this.#since].toSorted(([a], [b]) => compareText(a, b));
  }
}
