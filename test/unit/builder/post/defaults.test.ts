import { expect, test } from 'vitest';
import { defaultsFor, merged } from '#builder/post/defaults.ts';
import { siteOf } from '../sites.ts';

const POST = 'harbour/_posts/2024-05-31-tide.md';

test.each([
  ['a scope without path', ['{ path: "" }'], 'all'],
  ['a folder', ['{ path: harbour }'], 'all'],
  ['a folder with a closing slash', ['{ path: "harbour/" }'], 'all'],
  ['the file itself', [`{ path: ${POST} }`], 'all'],
  ['a pattern', ['{ path: "harbour/*/2024-*" }'], 'all'],
  ['a pattern over folders', ['{ path: "**/2024-05-31-tide.md" }'], 'all'],
  ['posts', ['{ path: "", type: posts }'], 'all'],
  ['pages', ['{ path: "", type: pages }'], null],
  ['another folder', ['{ path: harb }'], null],
  ['a pattern that stops at a slash', ['{ path: "harbour/2024*" }'], null],
  ['the narrower of two', ['{ path: "harbour/_posts" }', '{ path: harbour }'], 'all'],
  ['of equal paths the one with a type', ['{ path: harbour, type: posts }', '{ path: harbour }'], 'all'],
  ['of equals the last', ['{ path: harbour }', '{ path: harbour }'], 'second'],
])('%s has a say', (_name, scopes, layout) => {
  const names = ['all', 'second'];
  const lines = scopes.map((scope, index) => `- { scope: ${scope}, values: { layout: ${names[index]} } }`);
  const { defaults } = siteOf(`defaults:\n${lines.join('\n')}\n`);
  expect(defaultsFor(POST, defaults).get('layout') ?? null).toBe(layout);
});

test('scopes that hold the same file add up', () => {
  const { defaults } = siteOf(`defaults:
  - { scope: { path: "" }, values: { a: 1, b: 1, deep: { x: 1, y: 1 } } }
  - { scope: { path: harbour }, values: { b: 2, deep: { y: 2 } } }
`);
  const fields = defaultsFor(POST, defaults);
  expect([fields.get('a'), fields.get('b')]).toEqual([1, 2]);
  expect(fields.get('deep')).toEqual(
    new Map([
      ['x', 1],
      ['y', 2],
    ]),
  );
});

test('a default’s list is replaced, not joined', () => {
  expect(merged(new Map([['a', ['x']]]), new Map([['a', ['y']]])).get('a')).toEqual(['y']);
});
