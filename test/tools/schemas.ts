// `npm run schemas`: JSON Schemas of the data files and of a reader's export, for programs that read an archive without the reader.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator, type SchemaGenerator } from 'ts-json-schema-generator';
import { FORMAT } from '#shared/archive.ts';

/** Where the schemas stand. */
export const SCHEMAS = 'docs/schemas';

/** Each kind of data file: the schema's name → what the file's type is called, or its types, and where it lies. */
const KINDS: Readonly<Record<string, { readonly types: readonly string[]; readonly title: string }>> = {
  manifest: { types: ['Manifest'], title: 'data/manifest.json' },
  front: { types: ['Front'], title: 'data/front.json' },
  directory: { types: ['Directory'], title: 'data/categories.json, data/tags.json, data/sources.json' },
  calendar: { types: ['CalendarYear'], title: 'data/calendar/YYYY.json' },
  head: { types: ['StreamHead'], title: 'data/streams/…/head.json' },
  period: { types: ['Period'], title: 'data/streams/…/<period>.json' },
  day: { types: ['DayIndex', 'SplitDay'], title: 'data/days/YYYY/MM/DD.json, data/days/YYYY/MM/DD/<digit>.json' },
  chunk: { types: ['Chunk'], title: 'data/posts/<xx>/<sha256>, unpacked' },
  links: { types: ['Links'], title: 'data/links/<xx>.json, data/links/<xx>/<yy>.json' },
  own: { types: ['OwnFile'], title: 'What a reader exports of their own' },
};

/** Writes the schemas. The exit code is 0. */
export async function main(): Promise<number> {
  mkdirSync(SCHEMAS, { recursive: true });
  for (const [file, text] of Object.entries(makeSchemas())) writeFileSync(join(SCHEMAS, file), text);
  return 0;
}

/** The text of every schema by its file name, as the types and their comments say now. Throws on a type that is gone. */
export function makeSchemas(): Readonly<Record<string, string>> {
  const generator = createGenerator({
    path: 'src/shared/{archive,ownFile}.ts',
    tsconfig: 'src/shared/tsconfig.json',
    additionalProperties: true, // Fields may be added without a new format.
  });
  const names = Object.keys(KINDS);
  return Object.fromEntries(names.map((name) => [`${name}.schema.json`, schemaText(name, generator)]));
}

function schemaText(name: string, generator: SchemaGenerator): string {
  const { types = [], title } = KINDS[name] ?? {};
  const roots = types.map((type) => ({ $ref: `#/definitions/${type}` }));
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${name}.schema.json`,
    title,
    ...(roots.length === 1 ? roots[0] : { anyOf: roots }),
    $defs: Object.assign({}, ...types.map((type) => generator.createSchema(type).definitions)),
  };
  // The generator speaks draft 7, where nothing may stand beside `$ref`; here descriptions do.
  const text = JSON.stringify(schema).replaceAll('"#/definitions/', '"#/$defs/');
  return `${JSON.stringify(JSON.parse(text, sharpen), null, 2)}\n`;
}

// What the types cannot say, and every file keeps: its format is this one, unless its type says which, and all other
// numbers count something.
function sharpen(key: string, schema: unknown): unknown {
  if (
    typeof schema !== 'object' ||
    schema === null ||
    !('type' in schema) ||
    schema.type !== 'number' ||
    'const' in schema
  )
    return schema;
  return key === 'format' ? { const: FORMAT } : { ...schema, type: 'integer', minimum: 0 };
}
