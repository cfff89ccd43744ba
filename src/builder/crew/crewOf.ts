import type { PublishOptions, PublishRun } from '#builder/PublishRun.ts';
import { inlineCrew } from './inlineCrew.ts';
import { threadCrew } from './threadCrew.ts';

// Fewer posts are read before a thread has started.
const MIN_POSTS_FOR_THREADS = 2000;

/** Who works for a publish: threads where these are given and the posts are worth it, else this thread. */
export function crewOf({ folder, out, nowMs, base, future, threads, pages }: PublishOptions): PublishRun['crewFor'] {
  const overrides = { ...(base !== undefined && { base }), ...(future !== undefined && { future }) };
  const task = { folder, out, nowMs, overrides, ...(pages && { prerender: pages.prerender }) };
  // A function stays in its thread.
  const canShare = typeof pages?.prerender !== 'function';
  return (posts, spareCores = 0) => {
    const isWorth = threads !== undefined && canShare && threads.size > 1 && posts >= MIN_POSTS_FOR_THREADS;
    return isWorth ? threadCrew(task, { ...threads, size: threads.size - spareCores }) : inlineCrew(task);
  };
}
