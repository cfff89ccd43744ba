import { defineConfig } from '@playwright/test';
import { findChromium } from './test/tools/findChromium.ts';

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results/browser',
  // Two browsers fill a small machine; more would only make each other late.
  workers: 2,
  // Only against hanging, as in the other layers: a busy machine may need seconds for what a reader sees at once.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    launchOptions: await findChromium(),
    screenshot: 'only-on-failure',
    // What a worker asks passes by page.route; journeys that need one allow it.
    serviceWorkers: 'block',
  },
});
