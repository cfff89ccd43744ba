import { expect, test } from 'vitest';
import { linksFile, linksPartFile } from '#shared/paths.ts';
import { linkFiles } from './memoryFiles.ts';

/** Addresses that all belong in one file. */
function addressesIn(file: string, count: number): string[] {
  const addresses: string[] = [];
  for (let number = 0; addresses.length < count; number++)
    if (linksFile(`/tide-${number}`) === file) addresses.push(`/tide-${number}`);
  return addresses;
}

function filesOf(addresses: readonly string[]): Record<string, unknown> {
  const files = linkFiles(new Map(addresses.map((address) => [address, '2024-05-30'])));
  return Object.fromEntries([...files].map(({ path, bytes }) => [path, JSON.parse(bytes.toString('utf8'))]));
}

const FILE = linksFile('/tide-0');

test('200 addresses are in one file', () => {
  const addresses = addressesIn(FILE, 200);
  expect(filesOf(addresses)).toEqual({
    [FILE]: { format: 1, days: Object.fromEntries(addresses.map((address) => [address, '2024-05-30'])) },
  });
});

test('201 are in files by the next two digits, and the first file says so', () => {
  const addresses = addressesIn(FILE, 201);
  const files = filesOf(addresses);
  expect(files[FILE]).toEqual({ format: 1, split: true });
  for (const address of addresses)
    expect(files[linksPartFile(address)]).toHaveProperty(['days', address], '2024-05-30');
  expect(new Set(addresses.map(linksPartFile)).size + 1).toBe(Object.keys(files).length);
});

test('the order in which posts came does not matter', () => {
  const addresses = addressesIn(FILE, 5);
  expect(JSON.stringify(filesOf(addresses.toReversed()))).toBe(JSON.stringify(filesOf(addresses)));
});
