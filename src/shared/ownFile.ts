// What is the reader's own, as the device keeps it and as an exported file has it. docs/own.md tells other programs.
import type { Address, Article, Headline, LocalTime } from './post.ts';
import type { TextPlace } from './textPlace.ts';

/** The format of exported files that this release writes, and the newest it reads. */
export const OWN_FORMAT = 1;

/** Where the reader left a long article, and when, in milliseconds. */
export type KeptPlace = TextPlace & { readonly address: Address; readonly savedAt: number };

/** That an article was read, or that it is to count as not read; and when that was said, in milliseconds. */
export type ReadMark = { readonly address: Address; readonly readAt: number; readonly isUnread?: true };

/**
 * That all of a stream was marked as read, up to a time: one mark, however many posts. `scope` is `all`,
 * `category/<slug>`, `tag/<slug>`, `source/<slug>` or `day/<day>`; `readAt` is when it was marked, in milliseconds.
 */
export type Watermark = { readonly scope: string; readonly upTo: LocalTime; readonly readAt: number };

/**
 * A saved article: its row, its text once it has come, and when it was saved, in milliseconds. `textAt` is when the text
 * came, where that was not when it was saved.
 */
export type SavedPost = {
  readonly address: Address;
  readonly savedAt: number;
  readonly headline: Headline;
  readonly article?: Article;
  readonly textAt?: number;
};

/** All that is the reader's own but the settings. No address, and no scope, is there twice. */
export type OwnData = {
  readonly read: readonly ReadMark[];
  readonly watermarks: readonly Watermark[];
  readonly saved: readonly SavedPost[];
  readonly places: readonly KeptPlace[];
};

/** An exported file. */
export type OwnFile = OwnData & {
  readonly format: typeof OWN_FORMAT;
  /** Where it comes from: the site's whole URL. A reader asks before it takes what is of another site: a site may move. */
  readonly site: string;
  /** What that site was called then. */
  readonly title?: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** The reader's choices by name. A reader ignores names and choices that it does not know. */
  readonly settings: Readonly<Record<string, string>>;
};
