import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { keepOffer } from '#device/keepOffer.ts';
import { messages } from '#messages/en.ts';
import { InstallButton } from '#routes/InstallButton.tsx';
import { MessagesProvider } from '#ui/MessagesContext.ts';

const offer = () =>
  Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: vi.fn(async () => {}) });
const button = () => screen.queryByRole('button', { name: 'Install as an app' });

test('the button is there while the browser offers to install, asks once, and goes with the installation', async () => {
  keepOffer();
  render(
    <MessagesProvider value={messages}>
      <InstallButton />
    </MessagesProvider>,
  );
  expect(button()).toBeNull();
  const first = offer();
  act(() => void window.dispatchEvent(first));
  expect(first.defaultPrevented).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Install as an app' }));
  expect(first.prompt).toHaveBeenCalledOnce();
  expect(button()).toBeNull();
  act(() => void window.dispatchEvent(offer()));
  expect(button()).not.toBeNull();
  act(() => void window.dispatchEvent(new Event('appinstalled')));
  expect(button()).toBeNull();
});

test('once pressed, it gives the focus to the heading of what it stands in', async () => {
  keepOffer();
  render(
    <MessagesProvider value={messages}>
      <h1 tabIndex={-1}>Settings</h1>
      <dialog open>
        <h2>Reading</h2>
        <InstallButton />
      </dialog>
    </MessagesProvider>,
  );
  act(() => void window.dispatchEvent(offer()));
  await userEvent.click(screen.getByRole('button', { name: 'Install as an app' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
});
