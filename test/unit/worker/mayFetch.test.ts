import { expect, test } from 'vitest';
import { mayFetch } from '#worker/mayFetch.ts';

const SCOPE = 'https://news.example/paper/';
const NAMED = ['pictures.example', 'localhost:8080'];

test.each([
  ['a host that is named', 'https://pictures.example/a.jpg', NAMED, true],
  ['the same without encryption', 'http://pictures.example/a.jpg', NAMED, true],
  ['its own host', 'https://news.example/other/a.jpg', [], true],
  ['a named port', 'http://localhost:8080/a.jpg', NAMED, true],
  ['any host, where all are', 'http://elsewhere.example/a.jpg', 'all', true],
  ['a host that is not named', 'https://elsewhere.example/a.jpg', NAMED, false],
  ['another port', 'https://pictures.example:8443/a.jpg', NAMED, false],
  ['a host whose name ends alike', 'https://evil-pictures.example/a.jpg', NAMED, false],
  ['a host as a user', 'https://pictures.example@elsewhere.example/a.jpg', NAMED, false],
  ['a scheme of its own', 'chrome-extension://pictures.example/a.jpg', 'all', false],
  ['a file', 'file:///home/a.jpg', 'all', false],
  ['data', 'data:image/gif;base64,R0lGOD', 'all', false],
  ['what is no URL', 'a.jpg', 'all', false],
] as const)('%s', (_name, url, hosts, may) => {
  expect(mayFetch(url, { scope: SCOPE, hosts })).toBe(may);
});
