import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { UsageError } from '#builder/UsageError.ts';
import { APP_FOLDER, makeFolder } from './folders.ts';
import { numberedPosts } from './posts.ts';

async function publishInto(out: string): Promise<void> {
  await publish({ folder: makeFolder(numberedPosts(1)), out, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 21) });
}

test('a front page that Broadsheet did not write is not overwritten', async () => {
  const out = makeFolder({ 'index.html': '<h1>mine</h1>' });
  await expect(publishInto(out)).rejects.toThrow(UsageError);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('<h1>mine</h1>');
});

test('a site that was published before is, even when the notes of that are lost', async () => {
  const out = makeFolder({ CNAME: 'lanpu.example' });
  await publishInto(out);
  rmSync(join(out, '.broadsheet'), { recursive: true });
  await expect(publishInto(out)).resolves.toBeUndefined();
});
