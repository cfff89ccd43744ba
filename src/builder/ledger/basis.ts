import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMAT } from '#shared/archive.ts';
import type { HostName } from '#builder/hosts/hosts.ts';
import type { Overrides } from '#builder/site.ts';

const PROGRAM = readFileSync(fileURLToPath(import.meta.url));

/**
 * 12 hexadecimal digits that name all that every post depends on: settings, options, and this program (when built, the
 * file this module is part of). Where they differ, nothing of an earlier publish can be kept.
 */
export function basisOf(folder: string, { base, future, host }: Overrides & { readonly host?: HostName }): string {
  const options = JSON.stringify([FORMAT, base ?? null, future ?? null, host ?? 'plain']);
  const hash = createHash('sha256').update(PROGRAM).update(options).update(readConfig(folder));
  return hash.digest('hex').slice(0, 12);
}

function readConfig(folder: string): Buffer {
  try {
    return readFileSync(join(folder, '_config.yml'));
  } catch {
    return Buffer.alloc(0); // What is wrong with it is reported where it is read as settings.
  }
}
