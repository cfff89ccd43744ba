// docs/schemas is what other programs go by. Here it is held to the types it is made from, and to what is published.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { publish } from '#builder/publish.ts';
import { fullDay } from './tools/fullDay.ts';
import { makeSchemas, SCHEMAS } from './tools/schemas.ts';
import { APP_FOLDER, makeFolder } from './unit/builder/folders.ts';

type Json = Readonly<Record<string, unknown>>;
type DataFile = { readonly path: string; readonly schema: string; readonly json: Json };

const COMMITTED = Object.fromEntries(
  readdirSync(SCHEMAS).map((file) => [file, readFileSync(join(SCHEMAS, file), 'utf8')]),
);
const VALIDATORS = validators((text) => JSON.parse(text));

// Where each kind of file lies below data/, as docs/data.md tells.
const PLACES: Readonly<Record<string, RegExp>> = {
  manifest: /^manifest\.json$/,
  front: /^front\.json$/,
  directory: /^(?:categories|tags|sources)\.json$/,
  calendar: /^calendar\/\d{4}\.json$/,
  head: /^streams\/(?:all|(?:category|tag|source)\/[^/]+)\/head\.json$/,
  period: /^streams\/(?:all|(?:category|tag|source)\/[^/]+)\/\d{4}[^/]*\.json$/,
  day: /^days\/\d{4}\/\d\d\/\d\d(?:\/[0-9a-f])?\.json$/,
  chunk: /^posts\/[0-9a-f]{2}\/[0-9a-f]{64}$/,
  links: /^links\/[0-9a-f]{2}(?:\/[0-9a-f]{2})?\.json$/,
};

const FILES = [...(await publishedFiles('demo')), ...(await publishedFiles(makeFolder(fullDay())))];
const SAMPLES = Object.keys(PLACES).map((schema) => [schema, FILES.filter((file) => file.schema === schema)] as const);

async function publishedFiles(folder: string): Promise<readonly DataFile[]> {
  const out = makeFolder();
  await publish({ folder, out, appFolder: APP_FOLDER, nowMs: Date.UTC(2026, 10, 22) });
  const data = join(out, 'data');
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((child) => child.isFile());
  return files.map(({ parentPath, name }) => dataFile(join(parentPath, name), data));
}

function dataFile(file: string, data: string): DataFile {
  const path = file.slice(data.length + 1).replaceAll('\\', '/');
  const [schema = 'none'] = Object.entries(PLACES).find(([, place]) => place.test(path)) ?? [];
  const bytes = readFileSync(file);
  return { path, schema, json: JSON.parse((schema === 'chunk' ? gunzipSync(bytes) : bytes).toString()) };
}

function validators(parse: (text: string) => object): Readonly<Record<string, ValidateFunction>> {
  const ajv = new Ajv2020();
  return Object.fromEntries(
    Object.entries(COMMITTED).map(([file, text]) => [file.replace('.schema.json', ''), ajv.compile(parse(text))]),
  );
}

/** What is wrong with files by their schemas; a file without a schema is wrong too. */
function faultsOf(files: readonly DataFile[], by = VALIDATORS): readonly string[] {
  return files.flatMap(({ path, schema, json }) => {
    const validate = by[schema];
    return validate?.(json) ? [] : [`${path}: ${JSON.stringify(validate?.errors ?? 'no schema')}`];
  });
}

function fieldsOf(schema: string): ReadonlySet<string> {
  return new Set(FILES.filter((file) => file.schema === schema).flatMap(({ json }) => Object.keys(json)));
}

test('the schemas are what the types say: `npm run schemas` writes them anew', () => {
  expect(COMMITTED).toEqual(makeSchemas());
});

test('every published data file is as its schema says', () => {
  expect(faultsOf(FILES)).toEqual([]);
});

test('every schema has files of each form that are held to it', () => {
  for (const [schema, samples] of SAMPLES) expect([schema, samples.length]).not.toEqual([schema, 0]);
  expect(fieldsOf('day')).toEqual(new Set(['format', 'day', 'chunks', 'posts', 'redirects', 'parts']));
  expect(fieldsOf('period')).toEqual(new Set(['format', 'period', 'headlines', 'parts']));
  expect(fieldsOf('links')).toEqual(new Set(['format', 'days', 'split']));
});

test('the schemas name every field that is published', () => {
  const closed = validators((text) =>
    JSON.parse(text, (_key, part) => (part?.properties ? { additionalProperties: false, ...part } : part)),
  );
  expect(faultsOf(FILES, closed)).toEqual([]);
});

test.each(SAMPLES)('a %s may have fields to come, and may lack none it must have', (schema, samples) => {
  for (const { path, json } of samples.slice(0, 5)) {
    expect(faultsOf([{ path, schema, json: { ...json, toCome: 1 } }])).toEqual([]);
    expect(faultsOf([{ path, schema, json: { ...json, format: 2 } }])).toHaveLength(1);
    const { format: _left, ...rest } = json;
    expect(faultsOf([{ path, schema, json: rest }])).toHaveLength(1);
  }
});

test.each<[string, string, (text: string) => string]>([
  ['a count that is a text', 'manifest', (text) => text.replace(/"count":(\d+)/, '"count":"$1"')],
  ['a headline without a title', 'period', (text) => text.replace('"title"', '"titel"')],
  ['an address on another host', 'head', (text) => text.replace('"address":"/', '"address":"//')],
  ['a time that is none', 'front', (text) => text.replace(/"time":"\d+/, '"time":"soon')],
  ['a day that is none', 'directory', (text) => text.replace(/"day":"\d+/, '"day":"')],
  ['a negative count', 'calendar', (text) => text.replace('"counts":[', '"counts":[-1,')],
  ['a place among chunks that is no whole number', 'day', (text) => text.replace(/(":)0\b/, '$10.5')],
  ['an article without its text', 'chunk', (text) => text.replace('"html"', '"text"')],
  ['a day of an address that is none', 'links', (text) => text.replace(/2026-\d+-\d+/, 'yesterday')],
])('%s is told', (_name, schema, damage) => {
  const sample = FILES.find((file) => file.schema === schema);
  const text = JSON.stringify(sample?.json);
  expect(damage(text)).not.toBe(text);
  expect(faultsOf([{ path: 'damaged', schema, json: JSON.parse(damage(text)) }])).toHaveLength(1);
});
