import { Worker } from 'node:worker_threads';
import type { ComposedDay, DayResult } from '#builder/day/composeDay.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { Rendered } from '#builder/pages/loadPrerender.ts';
import type { Sighting } from '#builder/place/sightPosts.ts';
import type { Crew, CrewTask } from './Crew.ts';
import type { Answer, Question } from './serveCrew.ts';

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (cause: unknown) => void };

/** How many threads to start, and the module they run, which calls `serveCrew`. */
export type Threads = { readonly size: number; readonly script: URL };

// One to do and one to go on with.
const TASKS_AHEAD = 2;

// Half of what V8 takes by itself: 40 MB less a thread, and no slower, since a post's values are soon gone.
const maxYoungGenerationSizeMb = 24;

/** A crew of several threads. One that fails ends the publish with its fault. */
export function threadCrew(task: CrewTask, { size, script }: Threads): Crew {
  const threads = Array.from({ length: size }, () => new Thread(script, task));
  const ask = (question: Question) => {
    const [first, ...others] = threads;
    if (!first) throw new Error('A crew needs a thread.');
    return others.reduce((free, thread) => (thread.load < free.load ? thread : free), first).ask(question);
  };
  return {
    ahead: size * TASKS_AHEAD,
    sight: async (paths) => (await ask({ kind: 'sight', paths })) as Sighting, // What serveCrew answers to it.
    compose: async (job, answers) => {
      const result = (await ask({ kind: 'compose', job, answers })) as DayResult; // The same.
      return 'composed' in result ? { composed: withBuffers(result.composed) } : result;
    },
    render: async (address, data) => (await ask({ kind: 'render', address, data })) as Rendered, // The same.
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

/** One thread, and who waits for its answers. It answers in the order it is asked. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(script: URL, task: CrewTask) {
    const crew = { ...task, ...(task.prerender instanceof URL && { prerender: task.prerender.href }) };
    this.#worker = new Worker(script, { workerData: { crew }, resourceLimits: { maxYoungGenerationSizeMb } });
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.shift();
      if ('result' in answer) waiting?.resolve(answer.result);
      else waiting?.reject(answer.isDamagedSite ? new DamagedSiteError(answer.message) : new Error(answer.message));
    });
    this.#worker.on('error', (cause) => this.#fail(cause));
    this.#worker.on('exit', (code) => this.#fail(new Error(`A thread of the publish ended with code ${code}.`)));
  }

  /** How many answers are awaited. */
  get load(): number {
    return this.#waiting.length;
  }

  ask(question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      this.#worker.postMessage(question);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(cause: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(cause);
  }
}

/** Bytes come out of another thread as plain arrays. */
function withBuffers({ chunks, index, ...rest }: ComposedDay): ComposedDay {
  return {
    ...rest,
    chunks: chunks.map((chunk) => ({ ...chunk, bytes: bufferOf(chunk.bytes) })),
    index: index.map((file) => ({ ...file, bytes: bufferOf(file.bytes) })),
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
