import { fireEvent, screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { replaceBrokenPictures } from '#article/brokenPictures.ts';
import { framePictures } from '#article/framePictures.ts';
import { sanitize } from '#article/sanitize.ts';
import { messages } from '#messages/zh-Hans.ts';

const SRC = 'https://pictures.example/a.png';
const VIEW = '在 pictures.example 上查看图片';

let clear = () => {};
afterEach(() => clear());

test('a picture that does not come gives way to what it says and a link to it', () => {
  breakPictureIn(`<p><img src="${SRC}" alt="码头"></p>`);
  expect(screen.queryByRole('img')).toBeNull();
  screen.getByText('码头');
  const link = screen.getByRole('link', { name: VIEW });
  expect(link.getAttribute('href')).toBe(SRC);
  expect([link.getAttribute('rel'), link.getAttribute('target')]).toEqual(['noopener noreferrer', '_blank']);
});

test('its box is of its size', () => {
  const root = breakPictureIn(`<p><img src="${SRC}" alt="" width="640" height="480"></p>`);
  const style = root.querySelector<HTMLElement>('.broken-picture')?.style;
  expect([style?.getPropertyValue('--width'), style?.getPropertyValue('--height')]).toEqual(['640', '480']);
});

test('its box does not say again what its caption says', () => {
  const root = breakPictureIn(`<figure><img src="${SRC}" alt="码头"><figcaption>码头</figcaption></figure>`);
  expect(within(root).getAllByText('码头')).toHaveLength(1);
});

test('its box leads to the larger original when there is one', () => {
  breakPictureIn(`<a href="https://large.example/a.png" data-b="original"><img src="${SRC}" alt=""></a>`);
  const link = screen.getByRole('link', { name: '在 large.example 上查看图片' });
  expect(link.getAttribute('href')).toBe('https://large.example/a.png');
});

test('within a link its box holds no link and no button', () => {
  const root = breakPictureIn(`<a href="https://paper.example/"><img src="${SRC}" alt=""></a>`);
  expect(screen.getAllByRole('link')).toHaveLength(1);
  expect(within(root).queryByRole('button')).toBeNull();
  screen.getByText('pictures.example');
});

test.each([
  ['embedded', 'data:image/png;base64,AAAA'],
  ['at no address', 'http://['],
])('a broken picture %s offers no link', (_name, src) => {
  const root = breakPictureIn(`<img src="${src}" alt="码头">`);
  within(root).getByText('码头');
  expect(within(root).queryByRole('link')).toBeNull();
});

test('a broken sign in the text stays what it is', () => {
  const root = breakPictureIn(`<p><img src="${SRC}" alt="(1)" width="16" height="16"></p>`);
  within(root).getByRole('img', { name: '(1)' });
});

test('trying again brings the picture back, or its box, and the focus stays there', async () => {
  const root = breakPictureIn(`<p><img src="${SRC}" alt="码头"></p>`);
  await userEvent.setup().click(within(root).getByRole('button', { name: '再试一次' }));
  expect(within(root).getByRole('img', { name: '码头' }).getAttribute('src')).toBe(SRC);
  expect(document.activeElement).toBe(within(root).getByRole('button', { name: '码头' }));
  breakOnly(root);
  expect(document.activeElement).toBe(within(root).getByRole('button', { name: '再试一次' }));
});

test('being online again tries all of them', () => {
  const root = breakPictureIn(`<img src="${SRC}" alt="一"><a href="/x/"><img src="${SRC}" alt="二"></a>`);
  fireEvent(window, new Event('online'));
  expect(within(root).getAllByRole('img')).toHaveLength(2);
});

function breakPictureIn(html: string): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  root.append(framePictures(sanitize(html), messages.picture));
  const stop = replaceBrokenPictures(root, messages);
  clear = () => {
    stop();
    root.remove();
  };
  breakOnly(root);
  return root;
}

function breakOnly(root: HTMLElement): void {
  for (const picture of root.querySelectorAll('img')) fireEvent.error(picture);
}
