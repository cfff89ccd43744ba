// What is the reader's own: kept on this device alone.
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { base } from '#data/base.ts';
import type { Address, Article, Day, Headline } from '#shared/post.ts';
import type { TextPlace } from '#shared/textPlace.ts';
import { noteStorage } from './storageState.ts';

/** Where the reader left a long article, and when, in milliseconds. */
export type KeptPlace = TextPlace & { readonly address: Address; readonly savedAt: number };

/** That an article was read, and when, in milliseconds. */
export type ReadMark = { readonly address: Address; readonly readAt: number };

/** A saved article: its row, its text once it has come, and when it was saved, in milliseconds. */
export type SavedPost = {
  readonly address: Address;
  readonly savedAt: number;
  readonly headline: Headline;
  readonly article?: Article;
};

/** A day that is taken along, or is to be. `doneAt`, in milliseconds, is when all of it was here. */
export type TakenDay = {
  readonly day: Day;
  /** By the reader's choice, or as one of the newest days that come by themselves. */
  readonly by: 'reader' | 'newest';
  readonly sizeBytes: number;
  readonly doneAt?: number;
};

/** The stores of the database, each by its key. */
export type OwnSchema = DBSchema & {
  places: { key: Address; value: KeptPlace; indexes: { savedAt: number } };
  read: { key: Address; value: ReadMark; indexes: { readAt: number } };
  saved: { key: Address; value: SavedPost; indexes: { savedAt: number } };
  taken: { key: Day; value: TakenDay };
};

/** The name of a store of the reader's own. */
export type OwnStore = 'places' | 'read' | 'saved' | 'taken';

type Own = IDBPDatabase<OwnSchema>;

const VERSION = 1;
let opening: Promise<Own> | undefined;

/**
 * Does something with the database. Where storage is refused, full or broken, that is noted for the one notice there
 * is, and `otherwise` is the answer: what calls keeps its own copy in memory. A database that could not be opened is not
 * asked again until the page is loaded anew.
 */
export async function withOwn<T>(work: (own: Own) => Promise<T>, otherwise: T): Promise<T> {
  try {
    const done = await work(await open());
    noteStorage('kept');
    return done;
  } catch (error) {
    if (noteStorage('memory')) console.warn(error);
    return otherwise;
  }
}

function open(): Promise<Own> {
  // Sites under one host share its storage.
  opening ??= openDB<OwnSchema>(`broadsheet ${base}`, VERSION, {
    upgrade: (own) => {
      own.createObjectStore('places', { keyPath: 'address' }).createIndex('savedAt', 'savedAt');
      own.createObjectStore('read', { keyPath: 'address' }).createIndex('readAt', 'readAt');
      own.createObjectStore('saved', { keyPath: 'address' }).createIndex('savedAt', 'savedAt');
      own.createObjectStore('taken', { keyPath: 'day' });
    },
    // A newer release wants it: this page goes on with what it has in memory.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(), // A database tells of itself.
    // The reader, or the browser, has wiped it. The next question makes it anew.
    terminated: () => (opening = undefined),
  }).then(takeOver);
  return opening;
}

/** Takes over the positions of releases that kept them in a database of their own. */
async function takeOver(own: Own): Promise<Own> {
  const before = `broadsheet positions ${base}`;
  const names = (await indexedDB.databases?.()) ?? [];
  if (!names.some(({ name }) => name === before)) return own;
  const old = await openDB<OwnSchema>(before);
  const places = await old.getAll('places');
  old.close();
  const { store, done } = own.transaction('places', 'readwrite');
  for (const place of places) void store.put(place);
  await done;
  await deleteDB(before);
  return own;
}
