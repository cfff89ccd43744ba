// The viewer, opened from an article's text. jsdom lays nothing out, so zooming is left to zoom.test.ts and Chromium.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ArticleBody } from '#article/ArticleBody.tsx';
import { messages } from '#messages/zh-Hans.ts';
import { MessagesProvider } from '#ui/MessagesContext.ts';

const TEXT = `
  <figure><img src="/a.png" alt="码头"><figcaption>三号码头，海湾日报</figcaption></figure>
  <p>从<img src="/b.png" alt="">看去，<img src="/sign.png" alt="(1)" width="16" height="16"></p>
  <a href="/large/c.png" data-b="original"><img src="/c.png" alt="风机"></a>
  <a href="https://paper.example/"><img src="/d.png" alt="报纸"></a>`;

test('the keyboard opens a picture, sees all of the article and comes back to it', async () => {
  const user = await open('码头', '{Enter}');
  expect(shown()).toEqual(['第 1 张，共 4 张', '/a.png', '三号码头，海湾日报']);
  await user.keyboard('{ArrowRight}');
  expect(shown()).toEqual(['第 2 张，共 4 张', '/b.png', '']);
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(shown()).toEqual(['第 4 张，共 4 张', '/d.png', '报纸']);
  await user.click(screen.getByRole('button', { name: '关闭' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '码头' }));
});

test('the buttons turn to the next and the one before', async () => {
  const user = await open('码头');
  await user.click(screen.getByRole('button', { name: '下一张' }));
  await user.click(screen.getByRole('button', { name: '下一张' }));
  await user.click(screen.getByRole('button', { name: '上一张' }));
  expect(shown()[1]).toBe('/b.png');
});

describe('a picture with a larger original', () => {
  test('is shown at once, and larger when that has come', async () => {
    const large = watchImages();
    await open('风机', '{Enter}', 'link');
    expect(shown()[1]).toBe('/c.png');
    fireEvent.load(large());
    expect(shown()[1]).toBe('/large/c.png');
    expect(large().referrerPolicy).toBe('no-referrer');
  });

  test('opens the original itself with Control', () => {
    show(TEXT);
    expect(fireEvent.click(screen.getByRole('link', { name: '风机' }), { ctrlKey: true })).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('a picture in the author’s link leads where the author said', () => {
  show(TEXT);
  expect(fireEvent.click(screen.getByAltText('报纸'))).toBe(true);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the only picture has no neighbours', async () => {
  await open('码头', '{Enter}', 'button', '<img src="/a.png" alt="码头">');
  expect(screen.queryByRole('button', { name: '下一张' })).toBeNull();
});

test('a picture that does not come says so', async () => {
  await open('码头');
  fireEvent.error(within(screen.getByRole('dialog')).getByRole('img'));
  screen.getByText('这张图片未能载入。');
});

test('the page behind stands still while it is open', async () => {
  const user = await open('码头');
  expect(document.documentElement.style.overflow).toBe('hidden');
  await user.click(screen.getByRole('button', { name: '关闭' }));
  await waitFor(() => expect(document.documentElement.style.overflow).toBe(''));
});

test('Back closes it, and closing it takes the held Back away', async () => {
  const release = vi.fn<() => void>();
  const holdBack = vi.fn<(onBack: () => void) => () => void>(() => release);
  const user = await open('码头', '{Enter}', 'button', TEXT, holdBack);
  holdBack.mock.calls[0]?.[0]();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(release).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: '关闭' }));
  await waitFor(() => expect(release).toHaveBeenCalledOnce());
});

async function open(
  name: string,
  key = '{Enter}',
  role = 'button',
  html = TEXT,
  holdBack: (onBack: () => void) => () => void = () => () => {},
): Promise<UserEvent> {
  const user = userEvent.setup();
  show(html, holdBack);
  screen.getByRole(role, { name }).focus();
  await user.keyboard(key);
  await screen.findByRole('dialog', { name: '图片' });
  return user;
}

function show(html: string, holdBack: (onBack: () => void) => () => void = () => () => {}) {
  render(
    <MessagesProvider value={messages}>
      <ArticleBody html={html} onOpen={() => {}} holdBack={holdBack} />
    </MessagesProvider>,
  );
}

/** What the viewer says of the place, the address of its picture, and the caption. */
function shown(): readonly (string | null | undefined)[] {
  const dialog = within(screen.getByRole('dialog'));
  const picture = dialog.getByRole<HTMLImageElement>('img');
  return [
    dialog.getByText(/共/).textContent,
    new URL(picture.src).pathname,
    screen.getByRole('dialog').lastElementChild?.textContent,
  ];
}

/** The picture that was asked for last without being shown. */
function watchImages(): () => HTMLImageElement {
  const made: HTMLImageElement[] = [];
  const { Image } = window;
  vi.stubGlobal('Image', function FakeImage() {
    const picture = new Image();
    made.push(picture);
    return picture;
  });
  return () => {
    const last = made.at(-1);
    if (!last) throw new Error('No picture was asked for.');
    return last;
  };
}

test('a second press on a picture while the viewer is on its way takes hold of Back once', async () => {
  const holdBack = vi.fn(() => () => {});
  render(
    <MessagesProvider value={messages}>
      <ArticleBody html={TEXT} onOpen={() => {}} holdBack={holdBack} />
    </MessagesProvider>,
  );
  const picture = screen.getByRole('button', { name: '码头' });
  fireEvent.click(picture);
  fireEvent.click(picture);
  await screen.findByRole('dialog');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(holdBack).toHaveBeenCalledOnce();
});
