import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import * as sanitizing from '#article/sanitize.ts';
import { fakeArchive } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

test('the text of an article that a pointer was on is made safe before it is opened, and not again then', async () => {
  const sanitize = vi.spyOn(sanitizing, 'sanitize');
  const user = await openReader(fakeArchive([{ title: '早潮', html: '<p>潮水在黎明前退去。</p>' }]), '/');
  const link = await screen.findByRole('link', { name: '早潮' });
  await user.hover(link);
  await waitFor(() => expect(sanitize).toHaveBeenCalledWith('<p>潮水在黎明前退去。</p>'));
  const { length } = sanitize.mock.calls;
  await user.click(link);
  await screen.findByText('潮水在黎明前退去。');
  expect(sanitize).toHaveBeenCalledTimes(length);
});
