import type { StreamNames } from './files/StreamNames.ts';
import type { Ledger } from './ledger/Ledger.ts';
import type { Root } from './ledger/root.ts';
import type { PublishRun } from './PublishRun.ts';

/** What the last publish left to be revised. */
export type Revised = PublishRun & {
  readonly ledger: Ledger;
  readonly names: StreamNames;
  readonly root: Root;
};
