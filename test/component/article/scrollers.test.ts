// jsdom lays nothing out: widths are told, and so is when they change.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchScrollers } from '#article/scrollers.ts';

const NAMES = { table: '表格', code: '代码' };
let tell: (target: Element) => void;
let isStopped = false;

beforeEach(() => {
  isStopped = false;
  const watched = new Set<Element>();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: (changes: readonly { readonly target: Element }[]) => void) {
        tell = (target) => watched.has(target) && told([{ target }]);
      }
      observe(target: Element) {
        watched.add(target);
      }
      disconnect() {
        isStopped = true;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['<div data-b="scroll"><table><tr><td>一</td></tr></table></div>', 'region', '表格'],
  ['<div data-b="scroll"><table><caption> 潮位 </caption></table></div>', 'region', '潮位'],
  ['<pre>code</pre>', 'region', '代码'],
  ['<table><tr><td>一</td></tr></table>', null, null],
])('%s that is wider than the text can be reached, until it is not', (html, role, name) => {
  const scroller = watch(html);
  widen(scroller, 900);
  expect(scroller?.getAttribute('tabindex')).toBe('0');
  expect([scroller?.getAttribute('role'), scroller?.getAttribute('aria-label')]).toEqual([role, name]);
  widen(scroller, 300);
  for (const attribute of ['tabindex', 'role', 'aria-label']) expect(scroller?.hasAttribute(attribute)).toBe(false);
});

test('a paragraph is not watched', () => {
  const paragraph = watch('<p>字</p>');
  widen(paragraph, 900);
  expect(paragraph?.hasAttribute('tabindex')).toBe(false);
});

test('it stops', () => {
  watchScrollers(NAMES).stop();
  expect(isStopped).toBe(true);
});

function watch(html: string): Element | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  watchScrollers(NAMES).watch(body);
  return body.firstElementChild;
}

function widen(scroller: Element | null, width: number): void {
  if (!scroller) return;
  Object.defineProperty(scroller, 'scrollWidth', { value: width, configurable: true });
  Object.defineProperty(scroller, 'clientWidth', { value: 300, configurable: true });
  tell(scroller);
}
