// The three ways to get a Chromium when there is none, in the order in which they are tried. Each says what it does.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cacheFolder.ts';
import { type Candidate, playwrightCandidates, systemCandidates } from './chromiumCandidate.ts';
import { runCommand } from './runCommand.ts';

const MINUTE_MS = 60_000;
const DOWNLOAD_TRIES = 5;
// The last major that declares Node 20.
const PACKAGED_CHROMIUM = '@sparticuz/chromium@143';

/** Installs Debian's package, when this is Debian and we may. Ubuntu's package of that name installs nothing usable. */
export async function installFromDebian(): Promise<Candidate[]> {
  if (process.getuid?.() !== 0 || !isDebian()) return [];
  console.log("No Chromium found: installing Debian's with apt-get");
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 5 * MINUTE_MS };
  await runOrThrow('apt-get', ['update', '-qq'], options);
  await runOrThrow('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return systemCandidates();
}

/** Lets Playwright download its headless Chromium. Its servers time out now and then, hence the tries. */
export async function installFromPlaywright(): Promise<Candidate[]> {
  console.log("No Chromium found: downloading Playwright's");
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  const deadline = Date.now() + 4 * MINUTE_MS;
  for (let tries = 1; tries <= DOWNLOAD_TRIES && Date.now() < deadline; tries++) {
    const timeout = deadline - Date.now();
    const code = await runCommand(process.execPath, [cli, 'install', 'chromium', '--only-shell'], { timeout });
    if (code === 0) return playwrightCandidates();
  }
  throw new Error('playwright install failed; its messages stand above');
}

/** Unpacks a Chromium that comes as an npm package with all its libraries, for a Linux that has none of them. */
export async function installFromNpm(): Promise<Candidate[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = cacheFolder('chromium');
  const unpacked = join(folder, 'unpacked');
  console.log(`No Chromium found: installing ${PACKAGED_CHROMIUM} into ${folder}`);
  await mkdir(unpacked, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', PACKAGED_CHROMIUM];
  await runOrThrow('npm', args, { timeout: 5 * MINUTE_MS });
  const executablePath = await unpackInto(unpacked, folder);
  const env = { LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'), FONTCONFIG_PATH: join(unpacked, 'fonts') };
  return [
    { name: PACKAGED_CHROMIUM, executablePath },
    { name: `${PACKAGED_CHROMIUM} with its own libraries`, executablePath, env },
  ];
}

// The package unpacks into the folder for temporary files, and its libraries only where it believes to be on Lambda.
async function unpackInto(unpacked: string, folder: string): Promise<string> {
  const script = "import('@sparticuz/chromium').then(async (it) => console.log(await it.default.executablePath()))";
  const env = { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: folder, env });
  return stdout.trim();
}

async function runOrThrow(...[program, args, options]: Parameters<typeof runCommand>): Promise<void> {
  const code = await runCommand(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args[0]} ended with ${code}; its messages stand above`);
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false; // No such file: not a Linux, so not Debian either.
  }
}
