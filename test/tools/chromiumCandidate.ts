import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** A Chromium that may or may not start. Without `executablePath` it is the one Playwright downloads. */
export type Candidate = {
  readonly name: string;
  readonly executablePath?: string;
  /** What it needs in its environment besides ours: where its libraries and fonts lie. */
  readonly env?: Readonly<Record<string, string>>;
};

const SYSTEM_PATHS: readonly string[] = [
  ...[
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ].map((name) => `/usr/bin/${name}`),
  ...['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  ...[process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
    folder
      ? ['Chromium\\Application', 'Google\\Chrome\\Application', 'Microsoft\\Edge\\Application'].map((name) =>
          join(folder, name, name.startsWith('Microsoft') ? 'msedge.exe' : 'chrome.exe'),
        )
      : [],
  ),
];

/** The Chromium that `CHROMIUM_PATH` names, if it is set. */
export function namedCandidates(): Candidate[] {
  const path = process.env['CHROMIUM_PATH'];
  return path ? [{ name: `CHROMIUM_PATH (${path})`, executablePath: path }] : [];
}

/** The one Playwright downloads, there or not: its path depends on which kind was downloaded, and only it knows. */
export function playwrightCandidates(): Candidate[] {
  return [{ name: "Playwright's own" }];
}

/** The browsers that stand where systems put them. */
export function systemCandidates(): Candidate[] {
  return SYSTEM_PATHS.filter((path) => existsSync(path)).map((path) => ({ name: path, executablePath: path }));
}

/** How Playwright starts a candidate. */
export function launchOptionsOf({ executablePath, env }: Candidate): LaunchOptions {
  return {
    args: ['--disable-gpu', '--disable-quic'],
    ...(executablePath && { executablePath }),
    ...(env && { env: { ...process.env, ...env } }),
  };
}

/** Starts a candidate once. Returns why it cannot be used, or null when it can. */
export async function faultOf(candidate: Candidate): Promise<string | null> {
  try {
    const browser = await chromium.launch({ ...launchOptionsOf(candidate), timeout: 20_000 });
    const page = await browser.newPage();
    const answer = await page.evaluate('6 * 7');
    await browser.close();
    return answer === 42 ? null : `started, but answered ${answer}`;
  } catch (error) {
    return firstLine(error);
  }
}

/** The first line of an error: Playwright's have a screenful. */
export function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
}
