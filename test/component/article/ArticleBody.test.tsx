import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ArticleBody } from '#article/ArticleBody.tsx';
import { messages } from '#messages/zh-Hans.ts';
import { MessagesProvider } from '#ui/MessagesContext.ts';

const onOpen = vi.fn<(link: HTMLAnchorElement) => void>();

describe('a plain click', () => {
  test.each([
    ['on a link within the site', '<a href="/market/">去</a>'],
    ['on a link beside the article', '<a href="market.html">去</a>'],
    ['on a link with this site’s host', `<a href="${window.location.origin}/market/">去</a>`],
    ['on a link within the text', '<a href="#a-market">去</a>'],
    ['on what stands in such a link', '<a href="/market/"><b><i>去</i></b></a>'],
  ])('%s is handed on', (_name, html) => {
    show(html);
    expect(click()).toBe('handed on');
    expect(onOpen.mock.calls[0]?.[0].getAttribute('href')).toMatch(/market/);
  });

  test.each([
    ['on a link to another site', '<a href="https://paper.example/">去</a>'],
    ['on a link to another site by two slashes', '<a href="//paper.example/">去</a>'],
    ['on a link to a file of the site', '<a href="/files/tide-table.pdf">去</a>'],
    ['on a link to a picture of the site', '<a href="/pictures/harbour.png">去</a>'],
    ['on a link to mail', '<a href="mailto:desk@paper.example">去</a>'],
    ['on a link that lost its address', '<a href="javascript:alert(1)">去</a>'],
    ['on text', '<p>去</p>'],
  ])('%s is the browser’s', (_name, html) => {
    show(html);
    expect(click()).toBe('the browser’s');
  });
});

test.each([
  ['with Control', { ctrlKey: true }],
  ['with Command', { metaKey: true }],
  ['with Shift', { shiftKey: true }],
  ['with Alt', { altKey: true }],
  ['of another button', { button: 1 }],
])('a click %s on a link within the site is the browser’s', (_name, how) => {
  show('<a href="/market/">去</a>');
  expect(click(how)).toBe('the browser’s');
});

test('the keyboard follows a link as a click does', async () => {
  show('<a href="/market/">去</a>');
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledOnce();
});

test('another article takes the place of the one before', () => {
  const { rerender } = show('<p>一</p>');
  rerender(bodyOf('<p>二</p>'));
  screen.getByText('二');
  expect(screen.queryByText('一')).toBeNull();
});

test('what is attached has been made safe', () => {
  const { container } = show('<p onclick="alert(1)">一</p><script>alert(1)</script>');
  expect(container.querySelector('script')).toBeNull();
  expect(screen.getByText('一').hasAttribute('onclick')).toBe(false);
});

function show(html: string) {
  onOpen.mockClear();
  return render(bodyOf(html));
}

function bodyOf(html: string) {
  return (
    <MessagesProvider value={messages}>
      <ArticleBody html={html} onOpen={onOpen} holdBack={() => () => {}} />
    </MessagesProvider>
  );
}

/** Clicks on 去, and says whose the click was. jsdom follows no link, so the browser's way is closed after all. */
function click(how: MouseEventInit = {}): 'handed on' | 'the browser’s' {
  const target = screen.getByText('去');
  const event = createEvent.click(target, how);
  let isPrevented = false;
  const look = (event: Event) => {
    isPrevented = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', look, { once: true });
  fireEvent(target, event);
  expect(onOpen.mock.calls.length).toBe(isPrevented ? 1 : 0);
  return isPrevented ? 'handed on' : 'the browser’s';
}
