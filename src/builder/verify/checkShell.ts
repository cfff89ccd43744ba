import { hash } from 'node:crypto';
import { WEB_MANIFEST } from '#builder/files/webManifest.ts';
import type { SiteCheck } from './SiteCheck.ts';

const PAGE = 'index.html';
const WORKER = 'sw.js';

/** Checks the page and its twin for hosts, what the service worker keeps, and the pictures that installing needs. */
export function checkShell(check: SiteCheck): void {
  const [page, fallback] = [check.bytes(PAGE), check.bytes('404.html')];
  const isShell = page && !page.includes('<div id="root" data-page>');
  if (isShell && fallback && !page.equals(fallback)) check.fail('404.html', `is not the page that ${PAGE} is`);
  if (fallback?.includes('name="broadsheet-worker" content="none"')) checkNoWorker(check);
  else if (check.site.has(WORKER)) checkWorker(check);
  checkIcons(check);
}

/** The worker's first line says what it keeps: path → SHA-256. */
function checkWorker(check: SiteCheck): void {
  const [, json] = /^self\.shellFiles=(\{.*\});\n/.exec(check.bytes(WORKER)?.toString('utf8') ?? '') ?? [];
  try {
    const kept = JSON.parse(json ?? '') as Readonly<Record<string, string>>; // `shellFiles` wrote it.
    for (const [name, expected] of Object.entries(kept)) {
      const path = name.replace(/(^|\/)$/, `$1${PAGE}`);
      const bytes = check.bytes(path);
      if (bytes && hash('sha256', bytes) !== expected)
        check.fail(path, `does not have the hash that ${WORKER} expects`);
    }
  } catch {
    check.fail(WORKER, 'does not say what it keeps');
  }
}

/** Who has an earlier worker gets rid of it only by what lies in its place. */
function checkNoWorker(check: SiteCheck): void {
  if (check.bytes(WORKER)?.includes('self.shellFiles=') === true)
    check.fail(WORKER, 'is a service worker, though the pages say that there is none');
}

function checkIcons(check: SiteCheck): void {
  const bytes = check.bytes(WEB_MANIFEST);
  if (bytes === null) return;
  try {
    const { icons, screenshots = [] } = JSON.parse(bytes.toString('utf8')) as {
      icons: readonly { src: string }[];
      screenshots?: readonly { src: string }[];
    }; // `webManifest` wrote it.
    for (const { src } of [...icons, ...screenshots]) check.bytes(decodeURIComponent(src));
  } catch (cause) {
    check.fail(WEB_MANIFEST, `does not hold what such a file holds (${String(cause)})`);
  }
}
