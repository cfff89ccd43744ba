import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { UsageError } from '#builder/UsageError.ts';

// These systems tell of everything below a folder with one watch. Elsewhere Node's recursive watch takes one a file, and
// a system has fewer of them than a large archive has files: we take one a folder.
const IS_RECURSIVE = process.platform === 'darwin' || process.platform === 'win32';

/** Watches a Jekyll folder, but for the site in it, dot folders and `node_modules`. */
export class FolderWatch {
  readonly #folder: string;
  readonly #out: string;
  readonly #tell: (path: string | null) => void;
  readonly #watches = new Map<string, FSWatcher>();

  /**
   * Tells of each file that changes, and of null when something changed that has no name. Throws `UsageError` when the
   * folder cannot be watched.
   */
  constructor({ folder, out }: { readonly folder: string; readonly out: string }, tell: (path: string | null) => void) {
    this.#folder = folder;
    this.#out = relative(folder, out).replaceAll(sep, '/');
    this.#tell = tell;
    try {
      this.#add('');
    } catch (cause) {
      this.close();
      const remedy = 'Allow more watches (fs.inotify.max_user_watches), or publish by a timer without --watch.';
      throw new UsageError(`${folder}: cannot be watched (${String(cause)}). ${remedy}`, { cause });
    }
  }

  close(): void {
    for (const each of this.#watches.values()) each.close();
  }

  /** Watches a folder and those in it, and gives the files there. */
  #add(path: string): readonly string[] {
    if (!this.#watches.has(path)) this.#watches.set(path, this.#watch(path));
    const children = readdirSync(join(this.#folder, path), { withFileTypes: true })
      .map((child) => ({ path: path === '' ? child.name : `${path}/${child.name}`, isFolder: child.isDirectory() }))
      .filter((child) => !this.#isIgnored(child.path));
    const folders = children.filter(({ isFolder }) => isFolder);
    const files = children.filter(({ isFolder }) => !isFolder);
    return [
      ...files.map((file) => file.path),
      ...(IS_RECURSIVE ? [] : folders.flatMap((each) => this.#add(each.path))),
    ];
  }

  #watch(path: string): FSWatcher {
    const watcher = watch(join(this.#folder, path), { recursive: IS_RECURSIVE });
    watcher.on('change', (_event, name) => this.#look(path, String(name)));
    // Of a folder that is gone the folder above tells.
    return watcher.on('error', () => this.#drop(path));
  }

  #look(folder: string, name: string): void {
    const path = (folder === '' ? name : `${folder}/${name}`).replaceAll(sep, '/');
    if (this.#isIgnored(path)) return;
    const stats = lstatSync(join(this.#folder, path), { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      if (!IS_RECURSIVE && !this.#watches.has(path)) this.#addNew(path);
    } else if (stats === undefined && this.#watches.has(path)) {
      this.#drop(path);
      this.#tell(null);
    } else this.#tell(path);
  }

  /** A new folder may have been filled before it was watched, and may be gone again. */
  #addNew(path: string): void {
    try {
      for (const file of this.#add(path)) this.#tell(file);
    } catch {
      this.#tell(null);
    }
  }

  #drop(path: string): void {
    for (const [watched, watcher] of this.#watches) {
      if (watched !== path && !watched.startsWith(`${path}/`)) continue;
      watcher.close();
      this.#watches.delete(watched);
    }
  }

  #isIgnored(path: string): boolean {
    const isOfSite = path === this.#out || path.startsWith(`${this.#out}/`);
    return isOfSite || path.split('/').some((name) => name.startsWith('.') || name === 'node_modules');
  }
}
