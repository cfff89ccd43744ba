import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { PROBLEM_KINDS } from '#builder/report.ts';
import { makeFolder } from '../folders.ts';
import { numberedPosts, postText } from '../posts.ts';
import { runCli } from './runCli.ts';

// What --report promises to programs that read it.
const SCHEMA = JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as Schema;
const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(SCHEMA);

type Schema = {
  readonly properties: {
    readonly problems: { readonly items: { readonly properties: { readonly kind: { readonly enum: unknown } } } };
  };
};

/** The report of a publish of a folder in which much is wrong. */
function reportOfTrouble(): Record<string, unknown> {
  const file = join(makeFolder(), 'report.json');
  const folder = makeFolder({
    ...numberedPosts(2),
    '_config.yml': 'url: https://lanpu.example\ntimezone: Moon/Sea',
    '_posts/2024-05-31-date.md': postText({ date: '+0800' }),
    '_posts/2024-05-31-gbk.md': Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
    '_posts/2024-05-31-liquid.md': postText({}, '{% include chart.html %}'),
    '_posts/2024-05-31-markup.md': postText({}, '<b>'.repeat(300)),
    '_posts/tide.md': '',
    'about.html': '<p>',
  });
  runCli(['publish', folder, makeFolder(), '--report', file]);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // An object, as the first test sees.
}

const REPORT = reportOfTrouble();

test('a report tells what is wrong, what Jekyll leaves out, and what has no place', () => {
  expect(REPORT).toMatchObject({
    ...{ format: 1, mode: 'full', posts: 6, added: 6, removed: 0 },
    problems: [
      { kind: 'settings', file: '_config.yml' },
      { kind: 'date', file: '_posts/2024-05-31-date.md', found: 'no date "+0800"' },
      { kind: 'encoding', file: '_posts/2024-05-31-gbk.md' },
      { kind: 'liquid', file: '_posts/2024-05-31-liquid.md' },
      { kind: 'markup', file: '_posts/2024-05-31-markup.md' },
    ],
    skipped: [{ path: '_posts/2024-05-31-date.md' }, { path: '_posts/2024-05-31-gbk.md' }, { path: '_posts/tide.md' }],
    leftOut: [{ file: 'about.html' }],
  });
});

test('a report is as its schema says', () => {
  expect(validate(REPORT), JSON.stringify(validate.errors)).toBe(true);
});

test.each(Object.keys(REPORT))('the schema asks for %s', (field) => {
  const { [field]: _left, ...rest } = REPORT;
  expect(validate(rest)).toBe(false);
});

test('the schema knows every field, and every kind of problem', () => {
  expect(validate({ ...REPORT, other: 1 })).toBe(false);
  expect(SCHEMA.properties.problems.items.properties.kind.enum).toEqual(PROBLEM_KINDS);
});
