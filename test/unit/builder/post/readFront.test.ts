import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFront, readText } from '#builder/post/readPost.ts';
import { siteOf } from '../sites.ts';

const SITE = siteOf('defaults: [{ scope: { path: "" }, values: { layout: post, tags: [潮] } }]');
const PATH = '_posts/2024-05-30-tide.md';

const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\u2028');
const line = fc.oneof(
  fc.constantFrom('---', '--- ', '---\t\r', '...', '---x', ' ---', ''),
  fc.constantFrom('title: 潮信', 'title: "夜航', 'tags: [a, b]', 'x: 1 # y', 'a:\n  b: c', '\tbad: tab'),
  fc.integer({ min: 0, max: 1100 }).map((count) => `long: ${'潮'.repeat(count / 3)}${'a'.repeat(count % 3)}`),
  fc.integer({ min: 900, max: 1100 }).map((count) => ' '.repeat(count)),
);
const text = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 12 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));
const bytes = fc
  .tuple(fc.constantFrom('', '\uFEFF', '---\n', '---\r\n'), text, fc.constantFrom([], [0xff], [0xd6, 0xd0]))
  .map(([start, rest, end]) => Buffer.concat([Buffer.from(start + rest), Buffer.from(end)]));

test('the front matter of a file’s head is that of the whole file', () => {
  fc.assert(
    fc.property(bytes, (file) => {
      const { body: _body, ...front } = readText(PATH, file, SITE);
      expect(readFront(PATH, file, SITE)).toMatchObject(front);
    }),
    { numRuns: 500 },
  );
});
