import { afterEach, expect, test, vi } from 'vitest';
import { makeTextReady, takeText } from '#article/readyTexts.ts';
import * as sanitizing from '#article/sanitize.ts';

const TEXT = '<p onclick="alert(1)">今日三大指数收涨</p>';
const SAFE = '<p>今日三大指数收涨</p>';

afterEach(() => {
  vi.restoreAllMocks();
});

function htmlOf(fragment: DocumentFragment): string {
  const box = document.createElement('div');
  box.append(fragment);
  return box.innerHTML;
}

test('a text is made safe once: before it is wanted, or when it is', () => {
  const sanitize = vi.spyOn(sanitizing, 'sanitize');
  makeTextReady(TEXT);
  makeTextReady(TEXT);
  expect(sanitize).toHaveBeenCalledTimes(1);
  expect(htmlOf(takeText(TEXT))).toBe(SAFE);
  expect(sanitize).toHaveBeenCalledTimes(1);
});

test('a text that is shown twice has nodes of its own each time', () => {
  makeTextReady(TEXT);
  const first = takeText(TEXT);
  const second = takeText(TEXT);
  expect(second).not.toBe(first);
  expect([htmlOf(first), htmlOf(second)]).toEqual([SAFE, SAFE]);
});

test('pictures of a text that is only ready are in no page, so nothing asks for them', () => {
  const sanitize = vi.spyOn(sanitizing, 'sanitize');
  makeTextReady('<p><img src="https://pictures.example/1.jpg" width="600" height="400"></p>');
  const [made] = sanitize.mock.results;
  expect(made?.value.ownerDocument).not.toBe(document);
});

test('no more texts are kept ready than some screens of rows', () => {
  const texts = Array.from({ length: 60 }, (_text, index) => `<p>${index}</p>`);
  for (const text of texts) makeTextReady(text);
  const sanitize = vi.spyOn(sanitizing, 'sanitize');
  for (const text of texts.toReversed()) takeText(text);
  expect(sanitize.mock.calls.length).toBeGreaterThan(30);
  expect(sanitize).not.toHaveBeenCalledWith('<p>59</p>');
});
