import { afterEach, describe, expect, test } from 'vitest';
import { hasSelection, selectedQuote } from '#article/quote.ts';
import { sanitize } from '#article/sanitize.ts';

const HTML =
  '<p>Fog held the <b>night ferry</b> at the quay.<br>It left at ten.</p><ul><li>First boat</li><li>Second\n boat</li></ul><p>The night ferry came back.</p>';

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

describe('a selection', () => {
  test.each([
    ['inside a paragraph', ['Fog', 0], ['Fog', 3], 'Fog', 'Fog'],
    ['inside a word', ['Fog', 1], ['Fog', 8], 'og held', 'Fog held'],
    ['that the text has twice', ['night', 0], ['night', 11], 'night ferry', 'Fog held the-,night ferry,-at the quay.'],
    [
      'over a forced break',
      ['Fog', 0],
      ['It left', 7],
      'Fog held the night ferry at the quay.\nIt left',
      'Fog held the night ferry,It left',
    ],
    ['over list points', ['First', 0], ['Second', 12], 'First boat\nSecond boat', 'First boat,Second boat'],
  ] as const)('%s is quoted and found again', (_name, [start, startAt], [end, endAt], text, directive) => {
    showArticle();
    select(textNode(start), startAt, textNode(end), endAt);
    const quote = selectedQuote();
    expect(quote?.text).toBe(text);
    expect(decodeURIComponent(quote?.fragment ?? '')).toBe(`#:~:text=${directive}`);
  });

  test('that reaches beyond the text is cut to it', () => {
    showArticle();
    select(textNode('Headline'), 2, textNode('Fog'), 3);
    expect(selectedQuote()?.text).toBe('Fog');
    select(textNode('came back'), 20, textNode('Tags'), 4);
    expect(selectedQuote()?.text).toBe('back.');
  });

  test('elsewhere, or of nothing, is none', () => {
    showArticle();
    expect(hasSelection()).toBe(false);
    select(textNode('Headline'), 0, textNode('Headline'), 8);
    expect([hasSelection(), selectedQuote()]).toEqual([false, null]);
    select(textNode('Fog'), 3, textNode('Fog'), 4);
    expect(selectedQuote()).toBeNull();
    select(textNode('Fog'), 3, textNode('Fog'), 3);
    expect(hasSelection()).toBe(false);
  });
});

function showArticle(): void {
  const title = Object.assign(document.createElement('h1'), { textContent: 'Headline' });
  const body = Object.assign(document.createElement('div'), { className: 'article-body' });
  body.append(sanitize(HTML));
  const foot = Object.assign(document.createElement('p'), { textContent: 'Tags' });
  document.body.replaceChildren(title, body, foot);
}

function select(start: Node, startAt: number, end: Node, endAt: number): void {
  document.getSelection()?.setBaseAndExtent(start, startAt, end, endAt);
}

/** The first text node that holds a text. */
function textNode(text: string): Node {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) if (nodes.currentNode.textContent?.includes(text)) return nodes.currentNode;
  throw new Error(`the page has no text ${text}`);
}
