import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { crewOf } from '#builder/crew/crewOf.ts';
import type { PublishOptions } from '#builder/PublishRun.ts';
import type { PageData } from '#shared/prerender.ts';
import { fakePrerender } from '../fakePrerender.ts';
import { makeFolder } from '../folders.ts';

// A thread that tells what it was asked, and where it would find what renders.
const THREAD = `
import { parentPort, workerData } from 'node:worker_threads';
const { prerender } = workerData.crew;
parentPort.on('message', ({ kind, address }) => {
  parentPort.postMessage({ result: { ok: true, html: [kind, address, prerender].join(' ') } });
});
`;
const PRERENDER = pathToFileURL('/site/prerender.js');
const DATA = {} as PageData; // Nobody here looks into it.

function crewFor(pages: PublishOptions['pages']) {
  const folder = makeFolder({ 'thread.mjs': THREAD });
  const threads = { size: 3, script: pathToFileURL(join(folder, 'thread.mjs')) };
  return crewOf({ folder, out: makeFolder(), appFolder: folder, nowMs: 0, threads, ...(pages && { pages }) });
}

test('threads render where there is much to do, and are told by what', async () => {
  const crew = crewFor({ count: 1, prerender: PRERENDER })(2000);
  try {
    const rendered = await Promise.all(['/a/', '/b/', '/c/', '/d/'].map((address) => crew.render(address, DATA)));
    const html = ['/a/', '/b/', '/c/', '/d/'].map((address) => `render ${address} ${PRERENDER.href}`);
    expect(rendered).toEqual(html.map((each) => ({ ok: true, html: each })));
  } finally {
    await crew.close();
  }
});

test('a thread fewer is started for each core that is spared', async () => {
  const crews = [0, 1, 2].map((spare) => crewFor(undefined)(2000, spare));
  const ahead = crews.map((crew) => crew.ahead);
  await Promise.all(crews.map((crew) => crew.close()));
  expect(ahead).toEqual([3, 2, 1].map((threads) => threads * 2));
});

test('this thread works alone where there is little to do, or what renders cannot be given away', async () => {
  expect(crewFor({ count: 1, prerender: PRERENDER })(1999).ahead).toBe(0);
  const crew = crewFor({ count: 1, prerender: fakePrerender })(2000);
  expect(crew.ahead).toBe(0);
  expect(await crew.render('/a/', DATA)).toMatchObject({ ok: true, html: expect.stringContaining('"/a/"') });
});

function failingRender(): never {
  throw new TypeError('no such screen');
}

test('a screen that is not shown is told with its reason', async () => {
  const crew = crewFor({ count: 1, prerender: async () => ({ render: failingRender }) })(0);
  expect(await crew.render('/a/', DATA)).toEqual({ ok: false, why: 'TypeError: no such screen' });
});
