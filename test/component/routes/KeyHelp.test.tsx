import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { resetSettings } from '#device/settings.ts';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

afterEach(resetSettings);

test('the help opens on ?, and its switch turns off what opened it', async () => {
  const user = await openReader(fakeArchive(manyPosts(1)), '/');
  await screen.findAllByRole('button', { name: '前往' });
  await user.keyboard('?');
  await screen.findByRole('dialog', { name: '快捷键' });
  await user.click(screen.getByRole('checkbox', { name: /^单键/ }));
  expect(document.documentElement.dataset['keys']).toBe('off');
  await user.click(screen.getByRole('button', { name: '关闭' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('?');
  await user.keyboard('{Meta>}k{/Meta}');
  await screen.findByRole('dialog', { name: '前往' });
});

test.each([
  ['while text is composed', { key: 'k', ctrlKey: true, isComposing: true }],
  ['with Shift, which is the browser’s', { key: 'K', ctrlKey: true, shiftKey: true }],
  ['alone', { key: 'k' }],
])('the palette does not open on k %s', async (_case, press) => {
  const user = await openReader(fakeArchive(manyPosts(1)), '/');
  await screen.findAllByRole('button', { name: '前往' });
  expect(fireEvent.keyDown(document.body, press)).toBe(true);
  await user.keyboard('?');
  await screen.findByRole('dialog', { name: '快捷键' });
});
