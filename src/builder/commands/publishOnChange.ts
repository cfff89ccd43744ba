import type { PublishOptions } from '#builder/PublishRun.ts';
import { bothChanges, ChangeQueue, type Changes } from '#builder/find/ChangeQueue.ts';
import { FolderWatch } from '#builder/find/FolderWatch.ts';
import { explain } from './explain.ts';
import { nowMs } from './given.ts';
import { type Ending, publishOnce, type Telling } from './publishOnce.ts';

/**
 * Publishes, and again whenever files change or a post's time has come, until Ctrl-C; then gives 0. What the first
 * publish throws is thrown; later ones say what stopped them, and what they were to publish is tried again with the next
 * change.
 */
export async function publishOnChange(options: PublishOptions, telling: Telling): Promise<number> {
  const queue = new ChangeQueue();
  const watch = new FolderWatch(options, queue.add);
  const stop = () => queue.close();
  // Once: who presses it twice does not want to wait for the publish under way.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const { dueMs } = await publishOnce(options, telling);
    wakeAt(dueMs, queue);
    process.stderr.write(`Watching ${options.folder}; Ctrl-C ends it.\n`);
    await publishEach(queue, { ...options, isFull: false }, telling);
  } finally {
    watch.close();
  }
  return 0;
}

async function publishEach(queue: ChangeQueue, options: PublishOptions, telling: Telling): Promise<void> {
  let left: Changes = [];
  for (let next = await queue.next(); next !== 'closed'; next = await queue.next()) {
    const changed = bothChanges(left, next);
    const ending = await tryToPublish({ ...options, nowMs: nowMs(), ...(changed && { changed }) }, telling);
    left = ending ? [] : changed;
    if (ending) wakeAt(ending.dueMs, queue);
  }
}

function wakeAt(dueMs: number | null, queue: ChangeQueue): void {
  queue.wakeIn(dueMs === null ? null : dueMs - nowMs());
}

async function tryToPublish(options: PublishOptions, telling: Telling): Promise<Ending | null> {
  try {
    return await publishOnce(options, telling);
  } catch (cause) {
    explain(cause, 'publish');
    return null;
  }
}
