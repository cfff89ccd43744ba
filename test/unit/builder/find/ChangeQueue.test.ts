import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bothChanges, ChangeQueue } from '#builder/find/ChangeQueue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('changes that come together are one batch, in order, each once', async () => {
  const queue = new ChangeQueue();
  for (const path of ['b.md', 'a.md', 'b.md']) queue.add(path);
  const next = queue.next();
  await vi.advanceTimersByTimeAsync(400);
  expect(await next).toEqual(['a.md', 'b.md']);
});

test('what comes while nobody waits is there for the next who asks', async () => {
  const queue = new ChangeQueue();
  queue.add('a.md');
  await vi.advanceTimersByTimeAsync(400);
  expect(await queue.next()).toEqual(['a.md']);
  queue.add('b.md');
  const next = queue.next();
  await vi.advanceTimersByTimeAsync(400);
  expect(await next).toEqual(['b.md']);
});

test('a folder that never rests is published all the same', async () => {
  const queue = new ChangeQueue();
  let batch: unknown = null;
  void queue.next().then((changes) => (batch = changes));
  for (let count = 0; count < 20; count++) {
    queue.add(`${count % 10}.md`);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(batch).toHaveLength(10);
});

test('a change without a name makes all of its batch unclear, and no other', async () => {
  const queue = new ChangeQueue();
  queue.add('a.md');
  queue.add(null);
  await vi.advanceTimersByTimeAsync(400);
  expect(await queue.next()).toBeNull();
  queue.add('b.md');
  await vi.advanceTimersByTimeAsync(400);
  expect(await queue.next()).toEqual(['b.md']);
});

test('closing ends the waiting, now and later', async () => {
  const queue = new ChangeQueue();
  const next = queue.next();
  queue.add('a.md');
  queue.close();
  expect([await next, await queue.next()]).toEqual(['closed', 'closed']);
});

test('changes of two times are joined; an unclear one hides the other', () => {
  expect(bothChanges(['b', 'c'], ['a', 'b'])).toEqual(['a', 'b', 'c']);
  expect([bothChanges(null, ['a']), bothChanges([], null)]).toEqual([null, null]);
});

test('when it is time, it answers without a change', async () => {
  const queue = new ChangeQueue();
  queue.wakeIn(5000);
  const next = queue.next();
  await vi.advanceTimersByTimeAsync(5000);
  expect(await next).toEqual([]);
  queue.wakeIn(5000);
  queue.wakeIn(null);
  const closed = queue.next();
  await vi.advanceTimersByTimeAsync(60_000);
  queue.close();
  expect(await closed).toBe('closed');
});

test('what changes just before it is time is one batch with it', async () => {
  const queue = new ChangeQueue();
  queue.wakeIn(1000);
  const next = queue.next();
  await vi.advanceTimersByTimeAsync(900);
  queue.add('a.md');
  await vi.advanceTimersByTimeAsync(400);
  expect(await next).toEqual(['a.md']);
});

test('a time in the far future is waited for, not taken for none', async () => {
  const queue = new ChangeQueue();
  queue.wakeIn(2 ** 40);
  let isAwake = false;
  void queue.next().then(() => (isAwake = true));
  await vi.advanceTimersByTimeAsync(86_400_000);
  expect(isAwake).toBe(false);
  queue.close();
});
