// How a screen that failed comes back by itself. Loaded ahead, since a host that is gone does not bring it.
import type { Query, QueryClient } from '@tanstack/react-query';
import { MissingError, NewerFormatError } from '#data/errors.ts';
import { isCodeThere, isSiteBack } from '#data/isSiteBack.ts';
import { tryCalmly } from '#device/tryCalmly.ts';
import { applyUpdate } from '#device/updates.ts';
import { takeReload } from './reloadGuard.ts';
import { MissingCodeError } from './screens.ts';

/** Of loads without the reader's word: one on trust, more when what was missing has been seen to be there. */
const ON_TRUST = 1;
const ON_PROOF = 3;

type Failure = {
  readonly client: QueryClient;
  readonly error: unknown;
  /** The questions that failed. */
  readonly failed: readonly Query[];
  /** Shows the screen again. */
  readonly retry: () => void;
};

/**
 * Asks again for what failed, unseen, and shows the screen when all is answered, be it that it is not there: one that flickered with each try would
 * be worse than one that waits. Gives what ends that.
 */
export function recover({ client, error, failed, retry }: Failure): () => void {
  if (error instanceof MissingCodeError) return recoverCode(error, retry);
  // What other screens found missing was answered, and never comes.
  const open = failed.filter(({ state }) => state.error === error || !isAnswer(state.error));
  if (error instanceof NewerFormatError || open.length === 0) return () => {};
  const ask = async ({ queryKey, options, state }: Query) => {
    const before = state.error;
    try {
      await client.fetchQuery({ queryKey, ...(options.queryFn && { queryFn: options.queryFn }), retry: false });
    } catch (now) {
      // The screen would say the same again.
      if (isAnswer(before) || !isAnswer(now)) throw now;
    }
  };
  return tryCalmly(() => Promise.all(open.map(ask)).then(() => true), retry);
}

function isAnswer(error: unknown): boolean {
  return error instanceof MissingError;
}

/** The same on the reader's word. Where code is missing, or too old for the data, only the page as a whole helps. */
export function tryNow(error: unknown, retry: () => void): void {
  if (error instanceof MissingCodeError || error instanceof NewerFormatError) void applyUpdate(() => location.reload());
  else retry();
}

/**
 * Asks for the code again, and where that does not help, loads the page anew, at the same place: a newer release may have
 * other code. Never in a loop.
 */
function recoverCode({ cause, load }: MissingCodeError, retry: () => void): () => void {
  // Safari does not name it.
  const url = cause instanceof Error ? /https?:\S+\.(?:js|css)/.exec(cause.message)?.[0] : undefined;
  const attempt = async () => {
    const isHere = await load().then(Boolean, () => false);
    if (isHere || !(await isSiteBack())) return isHere;
    if (takeReload(ON_TRUST) || (url !== undefined && (await isCodeThere(url)) && takeReload(ON_PROOF)))
      await applyUpdate(() => location.reload());
    return false;
  };
  return tryCalmly(attempt, retry, { firstMs: 0 });
}
