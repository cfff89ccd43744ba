import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { FormatError } from '#wire/errors.ts';
import { unpack } from '#wire/unpack.ts';
import { verify } from '#wire/verify.ts';

const TEXT = '{"format":1,"title":"早市"}';
const SHA256 = createHash('sha256').update(TEXT).digest('hex');

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['gzip', gzipSync(TEXT), TEXT],
  ['what a server has unpacked already', Buffer.from(TEXT), TEXT],
  ['one byte', Buffer.from('{'), '{'],
  ['nothing', Buffer.alloc(0), ''],
])('unpack reads %s', async (_name, bytes, text) => {
  expect(new TextDecoder().decode(await unpack(bufferOf(bytes)))).toBe(text);
});

test('unpack rejects gzip that breaks off', async () => {
  await expect(unpack(bufferOf(gzipSync(TEXT).subarray(0, 20)))).rejects.toThrow();
});

test('verify accepts the bytes that a hash names, and refuses others', async () => {
  await expect(verify(bufferOf(Buffer.from(TEXT)), SHA256, '/a')).resolves.toBeUndefined();
  await expect(verify(bufferOf(Buffer.from(`${TEXT} `)), SHA256, '/a')).rejects.toBeInstanceOf(FormatError);
});

test('verify lets bytes pass where the browser offers no hashing', async () => {
  vi.stubGlobal('crypto', { getRandomValues: () => null });
  await expect(verify(bufferOf(Buffer.from('other')), SHA256, '/a')).resolves.toBeUndefined();
});

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
