import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MissingError, NetworkError } from '#data/errors.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import { recover } from '#routes/recover.ts';

const client = makeQueryClient();
const missing = () => Promise.reject(new MissingError('/data/nonsense.json'));
const broken = () => Promise.reject(new NetworkError('/data/head.json', 'no answer'));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  client.clear();
  vi.useRealTimers();
});

type Ask = () => Promise<unknown>;

/** Has questions fail, forgets them as a failed screen does, and lets the last one's recover; each has a first answer and a later one. */
async function failThenRecover(answers: Readonly<Record<string, readonly [Ask, Ask?]>>) {
  const retry = vi.fn<() => void>();
  let error: unknown;
  for (const [key, [first, later = first]] of Object.entries(answers)) {
    const queryFn = vi.fn<Ask>(later).mockImplementationOnce(first);
    error = await client.fetchQuery({ queryKey: [key], queryFn, retry: false }).catch((reason: unknown) => reason);
  }
  const failed = client.getQueryCache().findAll({ predicate: ({ state }) => state.status === 'error' });
  for (const query of failed) client.getQueryCache().remove(query);
  const end = recover({ client, error, failed, retry });
  await vi.advanceTimersByTimeAsync(30_000);
  end();
  return retry;
}

test('what another screen found missing does not keep a screen from coming back', async () => {
  const retry = await failThenRecover({ nonsense: [missing], head: [broken, async () => 'here'] });
  expect(retry).toHaveBeenCalledOnce();
});

test('that it is not there is an answer, too', async () => {
  const retry = await failThenRecover({ head: [broken, missing] });
  expect(retry).toHaveBeenCalledOnce();
});

test('what is still out of reach is waited for', async () => {
  expect(await failThenRecover({ head: [broken] })).not.toHaveBeenCalled();
});

test('a screen that lacks something waits until that is there', async () => {
  expect(await failThenRecover({ head: [missing] })).not.toHaveBeenCalled();
  expect(await failThenRecover({ head: [missing, async () => 'here'] })).toHaveBeenCalledOnce();
});
