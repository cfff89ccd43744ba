import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { existing, installPackage, isDebianLike, unpackPackages } from './aptPackage.ts';
import { cacheFolder } from './cacheFolder.ts';

const PACKAGE = 'nginx';
// Those that hold the program and what it reads, in Debian 12 and others.
const UNPACKED = ['nginx', 'nginx-common'];

const WAYS: readonly (() => Promise<readonly string[]> | readonly string[])[] = [
  () => (process.env['NGINX_PATH'] ? [process.env['NGINX_PATH']] : []),
  () => existing([...inSystem(), ...below(cacheFolder('debian', PACKAGE))]),
  async () => {
    if (isDebianLike()) await installPackage(PACKAGE);
    return existing(inSystem());
  },
  async () => (isDebianLike() ? existing(below(await unpackPackages(UNPACKED))) : []),
];

/**
 * An nginx that starts: the one named by `NGINX_PATH`, the system's, or else Debian's, installed or unpacked now. Throws
 * with everything that was tried.
 */
export async function findNginx(): Promise<string> {
  const tried: string[] = [];
  for (const way of WAYS) {
    try {
      for (const path of await way()) {
        const fault = await faultOf(path);
        if (fault === null) return path;
        tried.push(`${path}: ${fault}`);
      }
    } catch (error) {
      tried.push(String(error)); // An installation that fails is one way less, not the end.
    }
  }
  throw new Error(`No nginx starts here. Install one, or set NGINX_PATH. Tried:\n- ${tried.join('\n- ')}`);
}

function inSystem(): readonly string[] {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return [...new Set(folders)].map((folder) => join(folder, PACKAGE));
}

function below(folder: string): readonly string[] {
  return [join(folder, 'usr', 'sbin', 'nginx')];
}

async function faultOf(path: string): Promise<string | null> {
  try {
    await promisify(execFile)(path, ['-v'], { timeout: 20_000 });
    return null;
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
  }
}
