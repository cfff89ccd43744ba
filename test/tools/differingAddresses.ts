import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Compares the addresses that `inspect` prints for a Jekyll folder with a table of Jekyll's own (`path`, `url`, …, tab
 * between them, one head line). Returns a sentence for every post that differs, is missing, or is too much.
 */
export async function differingAddresses(jekyllFolder: string, table: string): Promise<readonly string[]> {
  const expected = readTable(table);
  const found = await inspectAddresses(jekyllFolder);
  const faults: string[] = [];
  for (const [path, url] of expected) {
    const ours = found.get(path) ?? 'not published';
    if (ours !== url) faults.push(`${path}: ${ours}, Jekyll: ${url}`);
  }
  for (const [path, url] of found) {
    if (!expected.has(path)) faults.push(`${path}: ${url}, Jekyll: not published`);
  }
  return faults;
}

function readTable(table: string): ReadonlyMap<string, string> {
  const [, ...lines] = readFileSync(table, 'utf8').trimEnd().split('\n');
  return new Map(lines.map((line) => line.split('\t')).map(([path = '', url = '']) => [path, url]));
}

async function inspectAddresses(jekyllFolder: string): Promise<ReadonlyMap<string, string>> {
  const child = spawn(process.execPath, ['dist/cli.js', 'inspect', jekyllFolder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const addresses = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const { path, url } = JSON.parse(line);
    addresses.set(path, url);
  }
  return addresses;
}
