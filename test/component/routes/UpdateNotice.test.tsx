import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followUpdates } from '#device/updates.ts';
import { messages } from '#messages/en.ts';
import { UpdateNotice } from '#routes/UpdateNotice.tsx';
import { MessagesProvider } from '#ui/MessagesContext.ts';

beforeEach(() => {
  const controller = { scriptURL: 'http://localhost:3000/sw.js' };
  const value = Object.assign(new EventTarget(), { controller });
  Object.defineProperty(navigator, 'serviceWorker', { value, configurable: true });
});
afterEach(() => void Reflect.deleteProperty(navigator, 'serviceWorker'));

test('sent away, it gives the focus to the heading of the screen', async () => {
  render(
    <MessagesProvider value={messages}>
      <h1 tabIndex={-1}>Harbour</h1>
      <UpdateNotice isOver />
    </MessagesProvider>,
  );
  const registration = Object.assign(new EventTarget(), { waiting: {}, installing: null });
  act(() => followUpdates(registration as unknown as ServiceWorkerRegistration)); // As much of one as is asked for.
  await userEvent.click(screen.getByRole('button', { name: messages.update.later }));
  expect(screen.queryByRole('button')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});
