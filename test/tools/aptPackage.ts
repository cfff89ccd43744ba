// How a test gets a program of Debian's that is not there: installed where we may, else unpacked among our caches.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { cacheFolder } from './cacheFolder.ts';
import { runCommand } from './runCommand.ts';

const MINUTE_MS = 60_000;
const OPTIONS = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 5 * MINUTE_MS };

/** Whether this is Debian or what is made of it. */
export function isDebianLike(): boolean {
  try {
    return /^(?:ID|ID_LIKE)=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false; // No such file: not a Linux, so not Debian either.
  }
}

/** Installs a package. Throws when we may not, or it does not work. */
export async function installPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error(`apt-get install ${name}: only root may`);
  console.log(`No ${name} found: installing Debian's with apt-get`);
  await runOrThrow('apt-get', ['update', '-qq']);
  await runOrThrow('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

/** Downloads packages and unpacks them into one folder of our caches, which is returned. Throws when that does not work. */
export async function unpackPackages(names: readonly string[]): Promise<string> {
  const folder = cacheFolder('debian', names[0] ?? '');
  console.log(`No ${names[0]} found: unpacking Debian's into ${folder}`);
  // Lists of our own: the system's may be missing, and only root may fetch those.
  const own = ['Dir::State/state', 'Dir::Cache/cache', 'Dir::Log/log'].flatMap((option) => {
    const [name, below] = option.split('/');
    return ['-o', `${name}=${folder}/${below}`];
  });
  const apt = [...own, '-o', 'Dir::State::status=/var/lib/dpkg/status', '-qq'];
  for (const below of ['state/lists/partial', 'cache/archives/partial', 'log'])
    await mkdir(`${folder}/${below}`, { recursive: true });
  await runOrThrow('apt-get', [...apt, 'update']);
  await runOrThrow('apt-get', [...apt, 'download', ...names], folder);
  for (const file of await readdir(folder))
    if (file.endsWith('.deb')) await runOrThrow('dpkg', ['-x', file, folder], folder);
  return folder;
}

/** Those of some paths at which there is something. */
export function existing(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => existsSync(path));
}

async function runOrThrow(program: string, args: readonly string[], cwd?: string): Promise<void> {
  const code = await runCommand(program, args, { ...OPTIONS, ...(cwd !== undefined && { cwd }) });
  if (code !== 0) throw new Error(`${program} ${args.at(-1)} ended with ${code}; its messages stand above`);
}
