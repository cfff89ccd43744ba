import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { loadMessages } from '#messages/messages.ts';
import type { Headline } from '#shared/post.ts';
import { MessagesProvider } from '#ui/MessagesContext.ts';
import { PostRow } from '#ui/PostRow.tsx';

const FULL: Headline = {
  address: '/a.html',
  title: '夜航',
  time: '2024-05-30T22:10',
  digest: '今晚起放行。',
  picture: { src: '/a.jpg' },
  mentions: [
    { code: '601002', market: '1', name: '湾区航运' },
    { code: '000001', market: '0' },
  ],
  twin: '/b.html',
};

async function renderRow(isCompact: boolean): Promise<HTMLElement> {
  const row = (
    <PostRow
      headline={FULL}
      titleId="row"
      title={<a href="/a.html">夜航</a>}
      places={[
        <a key="source" href="/source/a/">
          港报
        </a>,
        <a key="section" href="/category/a/">
          渔市
        </a>,
      ]}
      isTimed
      isCompact={isCompact}
    />
  );
  const words = await loadMessages('zh-Hans');
  return render(<MessagesProvider value={words}>{row}</MessagesProvider>).container;
}

test('a row says where it comes from, how many more have it, and what it mentions', async () => {
  const row = await renderRow(false);
  for (const text of ['22:10', '夜航', '今晚起放行。', '港报', '渔市', '+1 来源', '湾区航运', '000001'])
    screen.getByText(text);
  expect(screen.getByText('湾区航运').dataset['code']).toBe('601002');
  expect(row.querySelectorAll('img')).toHaveLength(1);
});

test('a row with everything has few nodes: a window of them has its budget', async () => {
  const row = await renderRow(false);
  expect(row.querySelectorAll('*').length).toBeLessThanOrEqual(13);
});

test('a compact row is time, headline and source', async () => {
  const row = await renderRow(true);
  expect(row.textContent).toBe('22:10夜航港报');
  expect(row.querySelector('img')).toBeNull();
});
