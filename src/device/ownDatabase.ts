// What is the reader's own: kept on this device alone.
import { type DBSchema, type IDBPDatabase, openDB, type OpenDBCallbacks } from 'idb';
import { base } from '#data/base.ts';
import type { KeptPlace, ReadMark, SavedPost, Watermark } from '#shared/ownFile.ts';
import type { Address, Day } from '#shared/post.ts';
import { noteStorage } from './storageState.ts';

export type { KeptPlace, SavedPost } from '#shared/ownFile.ts';

/** A day that is taken along, or is to be. */
export type TakenDay = {
  readonly day: Day;
  /** By the reader's choice, or as one of the newest days that come by themselves. */
  readonly by: 'reader' | 'newest';
  /** How many articles it has, and bytes: about, until it is here. */
  readonly count: number;
  readonly sizeBytes: number;
  /** The paths below `data/` of all it needs, once it is here. */
  readonly files: readonly string[];
  /** When all of it was here, in milliseconds. */
  readonly doneAt?: number;
  /** It may have changed on the host since. */
  readonly isStale?: true;
  /** The reader wants it later. */
  readonly isPaused?: true;
};

/** What each start asks of a saved article: small, where its text may be large. */
export type SavedNote = {
  readonly address: Address;
  readonly savedAt: number;
  readonly hasText: boolean;
  /** The URLs of its pictures. */
  readonly pictures: readonly string[];
};

/** The stores of the database, each by its key. */
export type OwnSchema = DBSchema & {
  places: { key: Address; value: KeptPlace; indexes: { savedAt: number } };
  read: { key: Address; value: ReadMark; indexes: { readAt: number } };
  watermarks: { key: string; value: Watermark };
  saved: { key: Address; value: SavedPost; indexes: { savedAt: number } };
  /** Written with `saved`. A release that does not know it may have changed `saved` alone: `readNotes` sees to that. */
  savedNotes: { key: Address; value: SavedNote };
  taken: { key: Day; value: TakenDay };
};

/** The name of a store of the reader's own, as tabs tell each other. */
export type OwnStore = 'places' | 'read' | 'watermarks' | 'saved' | 'taken';

/** The open database. */
export type Own = IDBPDatabase<OwnSchema>;

const VERSION = 2;
/** Browsers have been seen to hang for good; reading does not wait for them. */
const PATIENCE_MS = 5000;
let opening: Promise<Own> | undefined;

/**
 * Does something with the database. Where storage is refused, full or broken, that is noted for the one notice there
 * is, and `otherwise` is the answer: what calls keeps its own copy in memory. A database that could not be opened is not
 * asked again until the page is loaded anew.
 */
export async function withOwn<T>(work: (own: Own) => Promise<T>, otherwise: T): Promise<T> {
  try {
    const done = await attempt(work);
    noteStorage('kept');
    return done;
  } catch (error) {
    if (noteStorage('memory')) console.warn(error);
    return otherwise;
  }
}

/** Tries once more where the database went under the work: it was wiped, or a newer release took it over. */
async function attempt<T>(work: (own: Own) => Promise<T>): Promise<T> {
  const asked = open();
  try {
    return await work(await asked);
  } catch (error) {
    if (opening === asked) throw error;
    return work(await open());
  }
}

function open(): Promise<Own> {
  opening ??= patiently(openStored());
  return opening;
}

function openStored(): Promise<Own> {
  // Sites under one host share its storage.
  const name = `broadsheet ${base}`;
  return openDB<OwnSchema>(name, VERSION, { ...LEAVING, upgrade }).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'VersionError')) throw error;
    // A newer release has been here. Releases only add stores, so that those of this one are there.
    return openDB<OwnSchema>(name, undefined, LEAVING);
  });
}

function patiently(asked: Promise<Own>): Promise<Own> {
  return new Promise((resolve, reject) => {
    const fault = new Error(`The database has not opened within ${PATIENCE_MS} ms. Close other tabs of this site.`);
    const timer = setTimeout(() => reject(fault), PATIENCE_MS);
    void asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

// The next question opens it anew.
const LEAVING: OpenDBCallbacks<OwnSchema> = {
  // A newer release wants to change it, or somebody to delete it: neither should have to wait for this page.
  blocking: (_current, _wanted, event) => {
    opening = undefined;
    (event.target as IDBDatabase).close(); // A database tells of itself.
  },
  // The reader, or the browser, has wiped it.
  terminated: () => (opening = undefined),
};

/** Adds what an older release has not made. What it has stays as it is, which takes no time, however much there is. */
function upgrade(own: Own, from: number): void {
  if (from < 1) makeStores(own);
  own.createObjectStore('savedNotes', { keyPath: 'address' });
}

function makeStores(own: Own): void {
  own.createObjectStore('places', { keyPath: 'address' }).createIndex('savedAt', 'savedAt');
  own.createObjectStore('read', { keyPath: 'address' }).createIndex('readAt', 'readAt');
  own.createObjectStore('watermarks', { keyPath: 'scope' });
  own.createObjectStore('saved', { keyPath: 'address' }).createIndex('savedAt', 'savedAt');
  own.createObjectStore('taken', { keyPath: 'day' });
}
