import type { Redirect } from '#builder/ledger/RedirectNotes.ts';

/** What a host's files depend on. */
export type HostSite = {
  /** Where the site lies on its host, percent-encoded: `/` or `/news/`. */
  readonly base: string;
  /** The content security policy of its pages. */
  readonly policy: string;
  /** Old addresses with the ones they lead to, newest first. */
  readonly redirects: readonly Redirect[];
};

/** A file that a host reads, at the top of the site folder. */
export type HostFile = { readonly path: string; readonly text: string };

/** The files of a host, and how many of the old addresses stand in them. */
export type HostFiles = { readonly files: readonly HostFile[]; readonly redirects: number };

/** A kind of host. */
export type Host = {
  /** The names of its files. Redirects stand in the last. */
  readonly paths: readonly string[];
  /** How many old addresses it can take at most. */
  readonly maxRedirects: number;
  /** Only computes. Of more redirects than fit, the first are taken. */
  readonly filesFor: (site: HostSite) => HostFiles;
  /** Whether a text is one of its files as we write it, whatever the site. Without it a comment in the file tells. */
  readonly isOurs?: (text: string) => boolean;
};
