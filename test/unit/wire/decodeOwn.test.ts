import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeOwnFile } from '#wire/decodeOwn.ts';
import { anyOwn } from '../device/anyOwn.ts';
import { FormatError, NewerFormatError } from '#wire/errors.ts';

const HEADLINE = { address: '/a.html', title: '早市', time: '2024-05-30T06:30' };
const ARTICLE = { ...HEADLINE, date: '2024-05-30T06:30:00+08:00', html: '<p>正文</p>' };
const FILE = {
  format: 1,
  site: 'https://example.org/news/',
  exportedAt: '2026-11-28T12:00:00.000Z',
  settings: { theme: 'dark', toCome: 'x' },
  read: [
    { address: '/a', readAt: 1 },
    { address: '/b', readAt: 2, isUnread: true },
  ],
  watermarks: [{ scope: 'category/港口', upTo: '2024-05-30T09:20', readAt: 3 }],
  saved: [{ address: '/a', savedAt: 4, headline: HEADLINE, article: ARTICLE }],
  places: [{ address: '/a', index: 3, hash: 'abcd', savedAt: 5 }],
};

test('a right file comes through, without fields that are not known', () => {
  expect(decodeOwnFile({ ...FILE, toCome: 1 }, 'a.json')).toEqual(FILE);
});

test('the name of its site, and when a text was corrected, came later, and come through', () => {
  const [saved] = FILE.saved;
  const named = { ...FILE, title: '早报', saved: [{ ...saved, textAt: 6 }] };
  expect(decodeOwnFile(named, 'a.json')).toEqual(named);
});

test('a file of a newer release is told from a damaged one', () => {
  expect(() => decodeOwnFile({ ...FILE, format: 2, read: 'packed' }, 'a.json')).toThrow(NewerFormatError);
});

test.each<[string, unknown, string]>([
  ['no object', ['a'], ''],
  ['nothing', null, ''],
  ['no format', { ...FILE, format: undefined }, 'format'],
  ['settings that are no texts', { ...FILE, settings: { theme: {} } }, 'settings.theme'],
  ['marks that are no list', { ...FILE, read: { length: 1 } }, 'read'],
  ['an address on another host', having('read', { address: '//example.com/', readAt: 1 }), 'read[0].address'],
  ['a script for an address', having('read', { address: 'javascript:alert(1)', readAt: 1 }), 'read[0].address'],
  ['a time before all time', having('read', { address: '/a', readAt: -1 }), 'read[0].readAt'],
  ['a time that is no number', having('read', { address: '/a', readAt: '1' }), 'read[0].readAt'],
  ['a stream of no kind', having('watermarks', { ...FILE.watermarks[0], scope: '__proto__' }), 'watermarks[0].scope'],
  ['an end of time', having('watermarks', { ...FILE.watermarks[0], upTo: 'never' }), 'watermarks[0].upTo'],
  ['a row that leads elsewhere', having('saved', { ...FILE.saved[0], address: '/b' }), 'saved[0].headline.address'],
  [
    'a text that is none',
    having('saved', { ...FILE.saved[0], article: { ...ARTICLE, html: {} } }),
    'saved[0].article.html',
  ],
  [
    'an original that is a script',
    having('saved', { ...FILE.saved[0], article: { ...ARTICLE, original: { href: 'javascript:alert(1)' } } }),
    'saved[0].article.original.href',
  ],
  ['half a paragraph', having('places', { ...FILE.places[0], index: 0.5 }), 'places[0].index'],
])('%s is refused by its field', (_name, file, field) => {
  expect(faultOf(file)).toBe(field);
});

test('a text of another article is left out, and its row comes through', () => {
  const { article: _article, ...row } = { article: ARTICLE, address: '/a', savedAt: 4, headline: HEADLINE };
  const file = having('saved', { ...row, article: { ...ARTICLE, address: '/b' } });
  expect(decodeOwnFile(file, 'a.json').saved).toEqual([row]);
});

const isBySchema = new Ajv2020().compile(JSON.parse(readFileSync('docs/schemas/own.schema.json', 'utf8')));

test('what other programs go by says the same', () => {
  fc.assert(
    fc.property(anyOwn, (own) => {
      const file = { ...FILE, ...own };
      expect(decodeOwnFile(file, 'a.json')).toEqual(file);
      expect(isBySchema(file)).toBe(true);
    }),
  );
  expect(isBySchema({ ...FILE, format: 2 })).toBe(false);
  expect(isBySchema(having('read', { address: '//example.com/', readAt: 1 }))).toBe(false);
  expect(isBySchema(having('read', { address: '/a', readAt: -1 }))).toBe(false);
});

function having(list: 'read' | 'watermarks' | 'saved' | 'places', one: object): object {
  return { ...FILE, [list]: [one] };
}

function faultOf(file: unknown): string {
  try {
    decodeOwnFile(file, 'a.json');
  } catch (error) {
    if (error instanceof FormatError) return error.field;
    throw error;
  }
  return 'nothing was wrong';
}
