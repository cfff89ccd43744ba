import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeFolder } from './folders.ts';
import { postText } from './posts.ts';

test('a copy of the build publishes as the build does, formulas too', () => {
  const folder = makeFolder({ '_posts/2024-05-31-tide.md': postText({ title: '潮' }, 'Height: $$h^2$$.') });
  const copy = makeFolder({});
  cpSync('dist', join(copy, 'dist'), { recursive: true });
  const out = join(copy, 'site');
  execFileSync(process.execPath, [join(copy, 'dist/cli.js'), 'publish', folder, out], { stdio: 'pipe' });
  const posts = join(out, 'data/posts');
  const chunks = readdirSync(posts, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = chunks.map(({ parentPath, name }) => gunzipSync(readFileSync(join(parentPath, name))).toString());
  expect(texts).toEqual([expect.stringMatching(/<math.*<\/math>/)]);
});
