import { gunzipSync, gzipSync } from 'node:zlib';
import type { Day } from '#shared/post.ts';
import { stemOf } from '#builder/find/folderRules.ts';
import { compareText } from '#builder/report.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { DayNote, FileNote } from './notes.ts';
import { RedirectNotes } from './RedirectNotes.ts';
import { shardOf } from './shardOf.ts';

/** Where the ledger's files lie. Paths are relative to the ledger. */
export type LedgerFiles = {
  readonly read: (path: string) => Buffer | null;
  readonly put: (path: string, bytes: Buffer) => void;
  readonly remove: (path: string) => void;
  /** The names of the files in a folder. */
  readonly list: (folder: string) => readonly string[];
};

/** What one shard holds, each in a map because a file may have any name. */
type Shard = {
  readonly files: Map<string, FileNote>;
  /** Name → posts whose text asked for it. */
  readonly users: Map<string, readonly string[]>;
  /** Folded address → posts that ask for it and did not get it. */
  readonly wanting: Map<string, readonly string[]>;
};

const NAMES = 'names';
const DAYS = 'days';
const SECTIONS = ['files', 'users', 'wanting'] as const;

/**
 * What the last publish noted of every file and every day, in shards that are read when first asked for and written by
 * `save`. Throws `DamagedSiteError` for a shard that cannot be read as one.
 */
export class Ledger {
  /** Old addresses, kept up with the days. */
  readonly redirects: RedirectNotes;
  readonly #files: LedgerFiles;
  readonly #keyOf: (path: string) => string;
  readonly #shards = new Map<string, Shard>();
  readonly #days = new Map<Day, DayNote | null>();
  readonly #changedShards = new Set<string>();
  readonly #changedDays = new Set<Day>();

  /** `keyOf` gives the key of a file's article where its name has one, else the name: files of one key share a shard. */
  constructor(files: LedgerFiles, keyOf: (path: string) => string = stemOf) {
    this.#files = files;
    this.redirects = new RedirectNotes(files);
    this.#keyOf = keyOf;
  }

  file(path: string): FileNote | undefined {
    return this.#shardAt(path).files.get(path);
  }

  /** `shard` is the path's own, given by whoever has asked for it already. */
  setFile(path: string, note: FileNote | undefined, shard = this.shardName(path)): void {
    this.#set('files', path, { shard, value: note });
  }

  /** The noted files whose names, without folders, belong to the same shard as this one's. */
  neighbours(path: string): readonly string[] {
    return [...this.#shardAt(path).files.keys()];
  }

  /** The posts whose text asked for a file or post of this name. */
  usersOf(name: string): readonly string[] {
    return this.#shard(shardOf(stemOf(name))).users.get(name) ?? [];
  }

  setUsers(name: string, paths: readonly string[]): void {
    this.#set('users', name, { shard: shardOf(stemOf(name)), value: paths.length > 0 ? paths : undefined });
  }

  /** The posts that ask for a folded address which another has. */
  wanting(folded: string): readonly string[] {
    return this.#shard(shardOf(folded)).wanting.get(folded) ?? [];
  }

  setWanting(folded: string, paths: readonly string[]): void {
    this.#set('wanting', folded, { shard: shardOf(folded), value: paths.length > 0 ? paths : undefined });
  }

  day(day: Day): DayNote | null {
    let note = this.#days.get(day);
    if (note === undefined) this.#days.set(day, (note = this.#readDay(day)));
    return note;
  }

  setDay(day: Day, note: DayNote | null): void {
    this.#days.set(day, note);
    this.#changedDays.add(day);
    this.redirects.setDay(day, note);
  }

  /** The days of which there is a note. */
  days(): readonly Day[] {
    return this.#files.list(DAYS);
  }

  /** Every noted file with its note, shard by shard. Forgets each shard again, so nothing may be unsaved. */
  *files(): Generator<readonly [path: string, note: FileNote]> {
    for (const name of this.#files.list(NAMES)) {
      yield* this.#shard(name).files;
      this.#shards.delete(name);
    }
  }

  /** Writes what changed, in order of name, and forgets all it read. */
  save(): void {
    for (const name of [...this.#changedShards].toSorted(compareText)) {
      const shard = this.#shard(name);
      const sections = SECTIONS.map((section) => [...shard[section]].toSorted(([a], [b]) => compareText(a, b)));
      const isEmpty = sections.every(({ length }) => length === 0);
      this.#write(`${NAMES}/${name}`, isEmpty ? null : sections);
    }
    for (const cache of [this.#shards, this.#changedShards]) cache.clear();
    this.saveDays();
  }

  /** Writes the days that changed, and forgets all days it read. */
  saveDays(): void {
    this.redirects.save(); // Before the days: a day that a killed run noted is noted whole.
    for (const day of [...this.#changedDays].toSorted(compareText)) this.#write(`${DAYS}/${day}`, this.day(day));
    for (const cache of [this.#days, this.#changedDays]) cache.clear();
  }

  /** The shard that notes a file. */
  shardName(path: string): string {
    return shardOf(this.#keyOf(path));
  }

  #shardAt(path: string): Shard {
    return this.#shard(this.shardName(path));
  }

  #shard(name: string): Shard {
    let shard = this.#shards.get(name);
    if (shard) return shard;
    // Our own notes; what is no such list fails in `Map`, and that is the check.
    const sections = this.#read(`${NAMES}/${name}`, (value) => value as readonly [string, never][][]);
    const [files, users, wanting] = sections ?? [];
    try {
      shard = { files: new Map(files), users: new Map(users), wanting: new Map(wanting) };
    } catch (cause) {
      throw damaged(`${NAMES}/${name}`, cause);
    }
    this.#shards.set(name, shard);
    return shard;
  }

  #set<K extends (typeof SECTIONS)[number]>(
    section: K,
    name: string,
    { shard, value }: { shard: string; value: Parameters<Shard[K]['set']>[1] | undefined },
  ): void {
    const map = this.#shard(shard)[section] as Map<string, typeof value>; // Of this section, as its name says.
    if (value === undefined) map.delete(name);
    else map.set(name, value);
    this.#changedShards.add(shard);
  }

  #readDay(day: Day): DayNote | null {
    return this.#read(`${DAYS}/${day}`, (value) => {
      const note = value as DayNote; // Our own notes; what is no such note has no lists.
      if (Array.isArray(note.posts) && Array.isArray(note.chunks)) return note;
      throw new TypeError('no lists of posts and chunks');
    });
  }

  #read<T>(path: string, check: (value: unknown) => T): T | null {
    const bytes = this.#files.read(path);
    if (bytes === null) return null;
    try {
      return check(JSON.parse(gunzipSync(bytes).toString('utf8')));
    } catch (cause) {
      throw damaged(path, cause);
    }
  }

  #write(path: string, value: object | null): void {
    if (value === null) this.#files.remove(path);
    else this.#files.put(path, gzipSync(JSON.stringify(value), { level: 1 }));
  }
}

function damaged(path: string, cause: unknown): DamagedSiteError {
  return new DamagedSiteError(`the notes of the last publish cannot be read (${path}: ${String(cause)})`, { cause });
}
