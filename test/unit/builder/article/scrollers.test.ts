import { expect, test } from 'vitest';
import { markFootnotes, wrapTables } from '#builder/article/scrollers.ts';
import { runStep } from './drafts.ts';

test('a table can scroll, one inside it scrolls along', () => {
  const table = '<table><caption>潮</caption><tbody><tr><td><table></table></td></tr></tbody></table>';
  expect(runStep(wrapTables, `${table}<blockquote><table></table></blockquote>`).html).toBe(
    `<div data-b="scroll">${table}</div><blockquote><div data-b="scroll"><table></table></div></blockquote>`,
  );
});

test('a block around nothing but a table is the one that scrolls', () => {
  expect(runStep(wrapTables, '<div class="wide"><table></table></div>').html).toBe(
    '<div class="wide" data-b="scroll"><table></table></div>',
  );
});

test.each([
  ['by class', '<section class="x footnotes"><ol></ol></section>', true],
  ['by role', '<div role="doc-endnotes"><ol></ol></div>', true],
  ['not by a longer class', '<div class="footnotes-off"><ol></ol></div>', false],
  ['not in a line of text', '<p class="footnotes">文</p>', false],
])('footnotes are known %s', (_name, html, isMarked) => {
  expect(/<div[^>]* data-b="footnotes"><ol>/.test(runStep(markFootnotes, html).html)).toBe(isMarked);
});
