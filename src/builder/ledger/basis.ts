import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMAT } from '#shared/archive.ts';
import { MissingAppError } from '#builder/files/shell.ts';
import { appIdentity } from '#builder/pages/appParts.ts';
import type { PublishOptions } from '#builder/PublishRun.ts';

const PROGRAM = readFileSync(fileURLToPath(import.meta.url));

/**
 * 12 hexadecimal digits that name all that every post depends on: settings, options, and this program (when built, the
 * file this module is part of); with pages, also the app that they start and what renders them. Where they differ,
 * nothing of an earlier publish can be kept.
 */
export function basisOf(folder: string, options: BasisOptions): string {
  const { base, future, hasWorker = true, host, pages, appFolder } = options;
  const count = pages ? String(pages.count) : null;
  const chosen = JSON.stringify([FORMAT, base ?? null, future ?? null, host ?? 'plain', count, hasWorker]);
  const hash = createHash('sha256').update(PROGRAM).update(chosen).update(readConfig(folder));
  if (pages) for (const bytes of [...appIdentity(appFolder), prerenderIdentity(pages)]) hash.update(bytes);
  return hash.digest('hex').slice(0, 12);
}

type BasisOptions = Pick<PublishOptions, 'base' | 'future' | 'hasWorker' | 'host' | 'pages' | 'appFolder'>;

function prerenderIdentity({ prerender }: NonNullable<PublishOptions['pages']>): Buffer {
  if (!(prerender instanceof URL)) return Buffer.alloc(0);
  try {
    return readFileSync(prerender);
  } catch (cause) {
    const path = fileURLToPath(prerender);
    throw new MissingAppError(
      `${path}: nothing renders pages here. Run "npm run build" first, or publish with --pages none.`,
      { cause },
    );
  }
}

function readConfig(folder: string): Buffer {
  try {
    return readFileSync(join(folder, '_config.yml'));
  } catch {
    return Buffer.alloc(0); // What is wrong with it is reported where it is read as settings.
  }
}
