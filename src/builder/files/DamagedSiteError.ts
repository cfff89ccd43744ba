/**
 * What the last publish left, its files or its notes, is missing or damaged, so that they cannot be revised. The message
 * names the file. Publishing in full puts it right.
 */
export class DamagedSiteError extends Error {}
