import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './journey.ts';
import { publishAndServe } from './publishAndServe.ts';

test.use({ serviceWorkers: 'allow' });

for (const options of [[], ['--no-worker']]) {
  test(`the site can be installed as an app ${options.join()}`, async ({ playwright, launchOptions }) => {
    const site = await publishAndServe('demo', options);
    const profile = await mkdtemp(join(tmpdir(), 'broadsheet-profile-'));
    // An ordinary context is a private window, where nothing can be installed.
    const context = await playwright.chromium.launchPersistentContext(profile, launchOptions);
    try {
      const page = await context.newPage();
      await page.goto(site.url);
      if (options.length === 0) await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      const browser = await context.newCDPSession(page);
      const { manifest, errors, data } = await browser.send('Page.getAppManifest');
      expect([manifest.startUrl, manifest.scope, errors]).toEqual([site.url, site.url, []]);
      expect(await browser.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
      const { shortcuts, screenshots } = JSON.parse(data ?? '') as typeof manifest; // As far as it is looked at.
      expect(shortcuts).toHaveLength(3);
      expect(screenshots).toHaveLength(2);
    } finally {
      await context.close();
      await site.close();
      await rm(profile, { recursive: true, force: true });
    }
  });
}
