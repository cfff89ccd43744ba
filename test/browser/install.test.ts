import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './journey.ts';

test.use({ serviceWorkers: 'allow' });

test('the site can be installed as an app', async ({ playwright, launchOptions, site }) => {
  const profile = await mkdtemp(join(tmpdir(), 'broadsheet-profile-'));
  // An ordinary context is a private window, where nothing can be installed.
  const context = await playwright.chromium.launchPersistentContext(profile, launchOptions);
  try {
    const page = await context.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const browser = await context.newCDPSession(page);
    const { manifest, errors } = await browser.send('Page.getAppManifest');
    expect([manifest.startUrl, manifest.scope, errors]).toEqual([site.url, site.url, []]);
    expect(await browser.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
});
