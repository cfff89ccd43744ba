import { afterEach, expect, test } from 'vitest';
import { chooseSetting, resetSettings } from '#device/settings.ts';
import { isSingleKey } from '#routes/singleKeys.ts';

afterEach(() => {
  resetSettings();
  document.body.replaceChildren();
});

test.each([
  ['a key alone', '<p>text</p>', {}, true],
  ['on a button', '<button>Older</button>', {}, true],
  ['with Shift, as some keyboards need for ?', '<p>text</p>', { shiftKey: true }, true],
  ['with Ctrl', '<p>text</p>', { ctrlKey: true }, false],
  ['with Cmd', '<p>text</p>', { metaKey: true }, false],
  ['with Alt', '<p>text</p>', { altKey: true }, false],
  ['while composing', '<p>text</p>', { isComposing: true }, false],
  ['as composing ends in Safari', '<p>text</p>', { keyCode: 229 }, false],
  ['in an input', '<input>', {}, false],
  ['in a text area', '<textarea></textarea>', {}, false],
  ['in a choice', '<select></select>', {}, false],
  ['in an editable text', '<div contenteditable><b>text</b></div>', {}, false],
  ['while a dialog is open', '<p>text</p><dialog open></dialog>', {}, false],
  ['beside a closed dialog', '<p>text</p><dialog></dialog>', {}, true],
])('%s', (_case, html, init, isCommand) => {
  expect(pressIn(html, init)).toBe(isCommand);
});

test('no key alone is a command when the reader turned them off', () => {
  chooseSetting('keys', 'off');
  expect(pressIn('<p>text</p>', {})).toBe(false);
});

test('a key that something else answered is not answered again', () => {
  document.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  expect(pressIn('<p>text</p>', {})).toBe(false);
});

/** Presses `j` in the innermost element of a page, and gives what the predicate says of it. */
function pressIn(html: string, init: KeyboardEventInit): boolean | undefined {
  document.body.innerHTML = html;
  let answer: boolean | undefined;
  window.addEventListener('keydown', (event) => (answer = isSingleKey(event)), { once: true });
  let innermost: Element = document.body;
  while (innermost.firstElementChild) innermost = innermost.firstElementChild;
  innermost.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true, ...init }));
  return answer;
}
