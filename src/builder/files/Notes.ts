import { join } from 'node:path';
import { readBefore } from './readBefore.ts';
import type { Stage } from './Stage.ts';
import { NOTES_FOLDER } from './WriteError.ts';

/** What the builder keeps in a site folder for later publishes. It becomes true together with the site, and is no part of it. */
export class Notes {
  readonly #out: string;
  readonly #stage: Stage;
  readonly #dropped = new Set<string>();

  constructor(out: string, stage: Stage) {
    this.#out = out;
    this.#stage = stage;
  }

  /** A note that this run or an earlier one keeps, or null. Throws `WriteError` when it cannot be read. */
  read(name: string): Buffer | null {
    const path = pathOf(name);
    return this.#dropped.has(path) ? null : (this.#stage.read(path) ?? readBefore(join(this.#out, path)));
  }

  /** Keeps a note. Throws `WriteError`. */
  keep(name: string, bytes: Buffer): void {
    const path = pathOf(name);
    this.#dropped.delete(path);
    if (readBefore(join(this.#out, path))?.equals(bytes)) this.#stage.drop(path);
    else this.#stage.add(path, bytes);
  }

  /** Keeps a note no longer. */
  drop(name: string): void {
    this.#stage.drop(pathOf(name));
    this.#dropped.add(pathOf(name));
  }

  /** Forgets what this run would keep and drop. The stage must be clear. */
  forget(): void {
    this.#dropped.clear();
  }

  /** Paths of notes that are kept no longer. */
  get dropped(): ReadonlySet<string> {
    return this.#dropped;
  }
}

/** Whether a path of the site folder is that of a note. */
export function isNote(path: string): boolean {
  return path.startsWith(`${NOTES_FOLDER}/`);
}

function pathOf(name: string): string {
  return `${NOTES_FOLDER}/${name}`;
}
