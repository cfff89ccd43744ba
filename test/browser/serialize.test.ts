// What the builder writes stands in real pages, read by the browser before any script: Chromium must read what was
// written, and DOMPurify must find nothing left to do.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { build } from 'vite';
import { Report } from '#builder/report.ts';
import { readSite } from '#builder/site.ts';
import { composeFolder, composeHtml, composePosts } from '../tools/composeHtml.ts';
import { hostileText } from '../tools/hostileText.ts';

const HERE = 'https://news.example';
const SITE = { ...readSite('test/fixtures/hostile', {}, new Report()), url: HERE };
const { HOSTILE_POSTS, ARCHIVES } = process.env;

/** All parts of all of them, and the parts of a long text as one. */
function texts(posts: Iterable<readonly string[]>): readonly string[] {
  return [...posts].flatMap((parts) => (parts.length > 1 ? [parts.join(''), ...parts] : parts));
}

function sampled(): readonly string[] {
  const bodies = fc.sample(hostileText, { seed: 20_240_530, numRuns: 600 });
  return texts(
    bodies.map((body, index) =>
      composeHtml(`---\ntitle: x\n---\n${body}`, `_posts/2024-05-30-tide.${index % 2 ? 'md' : 'html'}`, SITE),
    ),
  );
}

function fixtures(): readonly string[] {
  return texts(['demo', ...archivesIn('test/fixtures')].flatMap((folder) => [...composeFolder(folder, HERE).values()]));
}

function archivesIn(folder: string): readonly string[] {
  const folders = readdirSync(folder).map((name) => join(folder, name));
  return folders.filter((each) => existsSync(join(each, '_posts')));
}

function made(): readonly string[] {
  const bodies = [
    `${'<table><tr><td>'.repeat(99)}一`,
    `<p>${'没有尽头的一句话，'.repeat(10_000)}</p>`,
    `<table>${`<tr><td>${'没有尽头的一句话，'.repeat(60)}</td>水</tr>`.repeat(500)}</table>`,
  ];
  const given = HOSTILE_POSTS === undefined ? [] : [...composePosts(HOSTILE_POSTS, SITE).values()];
  return texts([...bodies.map((body) => composeHtml(body, '_posts/2024-05-30-tide.html', SITE)), ...given]);
}

/** The code that reads a text back, with the page's own DOMPurify, as one script that sets `readBack`. */
async function readBackScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry: 'test/tools/readBack.ts', formats: ['iife'], name: 'readBack' } },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error('Nothing was built of readBack.ts');
  return chunk.code;
}

const given = (ARCHIVES === undefined ? [] : archivesIn(ARCHIVES)).map(
  (folder) => [basename(folder), () => texts(composeFolder(folder, HERE).values())] as const,
);

for (const [name, compose] of [...Object.entries({ sampled, fixtures, made }), ...given])
  test(`Chromium reads the ${name} texts as they were written`, async ({ page }) => {
    const written = compose();
    const bodies = written.map((html) => `<div class="article-body">${html}</div>`);
    // Links are told apart by where the page lies. Nothing else is there to be asked for.
    await page.route('**', (route) => route.abort());
    await page.route(`${HERE}/texts`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><body>${bodies.join('')}` }),
    );
    await page.goto(`${HERE}/texts`);
    await page.addScriptTag({ content: await readBackScript() });
    expect(await page.evaluate(faultsInPage, written)).toEqual([]);
    expect(written.length).toBeGreaterThan(0);
  });

/** Runs in the page: what is wrong with its texts, and with the same texts each in a page of its own. */
function faultsInPage(written: readonly string[]): readonly string[] {
  type Read = Pick<typeof import('../tools/readBack.ts'), 'faultIn' | 'faultOf'>;
  const { faultIn, faultOf } = Reflect.get(window, 'readBack') as Read; // What the script that was added exports.
  const bodies = [...document.querySelectorAll('body > .article-body')];
  const faults = written.flatMap((html, index) => {
    const body = bodies[index];
    return [body ? faultIn(body, html) : 'it is not in the page', faultOf(html)];
  });
  const stray = bodies.length === written.length ? null : 'there are texts that nobody wrote';
  return [...faults, stray].filter((fault) => fault !== null).map((fault) => fault.slice(0, 2_000));
}
