import { screen, waitFor, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { loadMessages } from '#messages/messages.ts';
import { SharePanel } from '#routes/SharePanel.tsx';
import type { Article } from '#shared/post.ts';
import { MessagesProvider } from '#ui/MessagesContext.ts';
import { fakeArchive } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

const ADDRESS = '/news/2024/05/30/market.html';
const MARKET: Article = {
  address: ADDRESS,
  title: '早市价格回落',
  time: '2024-05-30T06:30',
  date: '2024-05-30T06:30:00+08:00',
  source: '港报',
  html: '<p>今天的早市。</p>',
};
const URL_OF_MARKET = `${window.location.origin}${ADDRESS}`;

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  vi.restoreAllMocks();
});

test.each([
  ['复制链接', URL_OF_MARKET],
  ['复制标题和链接', `早市价格回落\n${URL_OF_MARKET}`],
  ['复制引文出处', `港报：《早市价格回落》，2024年5月30日，${URL_OF_MARKET}`],
])('%s copies and says so', async (name, text) => {
  const { user, panel } = await openPanel();
  expect(panel.getByRole('status').textContent).toBe('');
  await user.click(panel.getByRole('button', { name }));
  await waitFor(() => expect(panel.getByRole('status').textContent).toBe('已复制'));
  expect(await navigator.clipboard.readText()).toBe(text);
});

test('where the browser refuses, the text is there to copy by hand', async () => {
  const { user, panel } = await openPanel();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  await user.click(panel.getByRole('button', { name: '复制链接' }));
  const box = await panel.findByRole<HTMLTextAreaElement>('textbox', { name: /浏览器不允许复制/ });
  expect(document.activeElement).toBe(box);
  expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe(URL_OF_MARKET);
  expect(panel.getByRole('status').textContent).toBe('');
});

test('a selection in the text can be quoted, with a link that leads to it', async () => {
  const user = await openReader(fakeArchive([MARKET]), ADDRESS);
  const text = await screen.findByText('今天的早市。');
  expect(screen.queryByRole('button', { name: '复制所选文字和链接' })).toBeNull();
  document.getSelection()?.selectAllChildren(text);
  await user.click(await screen.findByRole('button', { name: '复制所选文字和链接' }));
  const panel = within(await screen.findByRole('dialog', { name: '分享与引用' }));
  await user.click(panel.getByRole('button', { name: '复制所选文字和链接' }));
  await waitFor(() => expect(panel.getByRole('status').textContent).toBe('已复制'));
  const fragment = `#:~:text=${encodeURIComponent('今天的早市。')}`;
  expect(await navigator.clipboard.readText()).toBe(`今天的早市。\n早市价格回落\n${URL_OF_MARKET}${fragment}`);
});

test('without a selection there is nothing to quote', async () => {
  const { panel } = await openPanel();
  expect(panel.queryByRole('button', { name: '复制所选文字和链接' })).toBeNull();
});

test.each([
  ['is sent by the system, where it can', undefined],
  ['can be copied when the reader leaves the system’s sheet, or it fails', new DOMException('', 'AbortError')],
])('an article %s', async (_name, failure) => {
  const share = vi.fn<typeof navigator.share>(() => (failure ? Promise.reject(failure) : Promise.resolve()));
  Object.defineProperty(navigator, 'share', { value: share, configurable: true });
  try {
    const { user, panel } = await openPanel();
    await user.click(panel.getByRole('button', { name: '发送到…' }));
    expect(share).toHaveBeenCalledWith({ title: '早市价格回落', url: URL_OF_MARKET });
    panel.getByRole('button', { name: '复制链接' });
  } finally {
    Reflect.deleteProperty(navigator, 'share');
  }
});

test('the first render is the same on every device', async () => {
  const messages = await loadMessages('zh-Hans');
  Object.defineProperty(navigator, 'share', { value: vi.fn<typeof navigator.share>(), configurable: true });
  try {
    const html = renderToString(
      <MessagesProvider value={messages}>
        <SharePanel article={MARKET} quote={null} onClose={() => {}} />
      </MessagesProvider>,
    );
    expect(html).toContain('复制链接');
    expect(html).not.toContain('发送到…');
  } finally {
    Reflect.deleteProperty(navigator, 'share');
  }
});

async function openPanel() {
  const user = await openReader(fakeArchive([MARKET]), ADDRESS);
  await user.click(await screen.findByRole('button', { name: '分享' }));
  return { user, panel: within(await screen.findByRole('dialog', { name: '分享与引用' })) };
}
