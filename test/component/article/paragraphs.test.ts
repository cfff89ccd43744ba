// jsdom lays nothing out: each paragraph is given a place, as tall as a line, in a window of 768 pixels.
import { afterEach, expect, test, vi } from 'vitest';
import { paragraphAt, placeIn } from '#article/paragraphs.ts';

const LINE = 100;

afterEach(() => vi.restoreAllMocks());

test('a place is found again', () => {
  const text = textOf(40);
  scrollTo(text, 2000);
  const place = placeIn(text);
  expect(place?.index).toBe(20);
  expect(place && paragraphAt(text, place)?.textContent).toBe('第20段');
});

test.each([
  ['at the start', 40, 0],
  ['at the end', 40, 3900],
  ['in a text of less than three windows', 20, 1000],
])('there is nothing to come back to %s', (_name, count, top) => {
  const text = textOf(count);
  scrollTo(text, top);
  expect(placeIn(text)).toBeNull();
});

test.each([
  ['came before it', (text: HTMLElement) => text.prepend(...textOf(3, '新').children), '第20段'],
  ['went before it', (text: HTMLElement) => [1, 2, 3].forEach(() => text.firstElementChild?.remove()), '第20段'],
  ['came in great number', (text: HTMLElement) => text.prepend(...textOf(60, '新').children), undefined],
  ['took its place', (text: HTMLElement) => text.replaceChildren(...textOf(40, '新').children), undefined],
])('when paragraphs %s', (_name, change, found) => {
  const text = textOf(40);
  scrollTo(text, 2000);
  const place = placeIn(text);
  change(text);
  expect(place && paragraphAt(text, place)?.textContent).toBe(found);
});

test('few of many paragraphs are measured', () => {
  const text = textOf(4000);
  const measured = scrollTo(text, 200_000);
  expect(placeIn(text)?.index).toBe(2000);
  expect(measured.mock.calls.length).toBeLessThan(20);
});

function textOf(count: number, name = '第'): HTMLElement {
  const text = document.createElement('div');
  for (let index = 0; index < count; index += 1)
    text.append(Object.assign(document.createElement('p'), { textContent: `${name}${index}段` }));
  return text;
}

function scrollTo(text: HTMLElement, top: number) {
  return vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (this === text) return new DOMRect(0, -top, 600, text.children.length * LINE);
    return new DOMRect(0, [...text.children].indexOf(this) * LINE - top, 600, LINE);
  });
}
