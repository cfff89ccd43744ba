/** When "now" is, and for how long files stay that are no longer part of the site. */
export type WriterOptions = {
  readonly nowMs: number;
  readonly keepMs: number;
  /** `finish` only tells what it would do. */
  readonly isDry?: boolean;
  /** What is done is to be listed: it stays noted until `listed` is called, also for a later run. */
  readonly isListed?: boolean;
};
