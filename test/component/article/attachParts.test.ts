import { expect, test } from 'vitest';
import { attachParts } from '#article/attachParts.ts';

const PARTS = ['<p>二</p>', '<p>三</p>', '<p>四</p>'];

test('the parts come in order, each after a pause and told of when it is there', async () => {
  const { root, told, attach } = textWithout();
  const attached = attach(new AbortController().signal);
  expect(root.textContent).toBe('一');
  await attached;
  expect(root.textContent).toBe('一二三四');
  expect(told).toEqual(['一二', '一二三', '一二三四']);
});

test('none comes after the reader has gone', async () => {
  const { root, attach } = textWithout();
  const leaving = new AbortController();
  await attach(leaving.signal, () => leaving.abort());
  expect(root.textContent).toBe('一二');
});

test('a part has a height before it is laid out', async () => {
  const { root, attach } = textWithout();
  await attach(new AbortController().signal);
  const heights = [...root.querySelectorAll<HTMLElement>('.part')].map(({ style }) =>
    style.getPropertyValue('contain-intrinsic-block-size'),
  );
  expect(heights).toEqual(['auto 1lh', 'auto 1lh', 'auto 1lh']);
});

/** A text of one paragraph, what was in it each time a part was told of, and a way to attach the others. */
function textWithout() {
  const root = document.createElement('div');
  root.append('一');
  const told: (string | null)[] = [];
  const attach = (signal: AbortSignal, then = () => {}) => {
    const onPart = () => {
      told.push(root.textContent);
      then();
    };
    return attachParts(root, PARTS, { prepare, onPart, signal });
  };
  return { root, told, attach };
}

function prepare(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(new DOMParser().parseFromString(html, 'text/html').body.firstChild ?? '');
  return fragment;
}
