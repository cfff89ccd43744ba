import { expect, test } from 'vitest';
import { renameIds } from '#builder/article/ids.ts';
import { runStep } from './drafts.ts';

test.each([
  [
    'an id that a link names gets the prefix',
    '<a href="#one">1</a><h2 id="one">一</h2>',
    '<a href="#a-one">1</a><h2 id="a-one">一</h2>',
  ],
  ['an id that none names goes', '<h2 id="root">一</h2>', '<h2>一</h2>'],
  ['an old anchor counts', '<a href="#n">1</a><a name="n">一</a>', '<a href="#a-n">1</a><a name="n" id="a-n">一</a>'],
  ['a Chinese id', '<a href="#%E6%BD%AE">1</a><p id="潮">一</p>', '<a href="#a-%E6%BD%AE">1</a><p id="a-潮">一</p>'],
  ['a stray percent sign', '<a href="#5%">1</a><p id="5%">一</p>', '<a href="#a-5%25">1</a><p id="a-5%">一</p>'],
  ['an id that has the prefix', '<a href="#a-n">1</a><p id="a-n">一</p>', '<a href="#a-n">1</a><p id="a-n">一</p>'],
  ['the top of the page', '<a href="#">上</a>', '<a href="#">上</a>'],
])('%s', (_name, html, expected) => {
  expect(runStep(renameIds, html).html).toBe(expected);
});
