import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { resetSettings } from '#device/settings.ts';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

afterEach(resetSettings);

test('a language is offered by its own name, and the interface speaks it at once', async () => {
  const { user, choices } = await openChoices('语言');
  expect(radio(choices, 'English').closest('label')?.lang).toBe('en');
  await user.click(radio(choices, 'English'));
  await screen.findByRole('heading', { name: 'Reading settings' });
  await screen.findByText('Skip to content');
  expect(document.documentElement.lang).toBe('en');
  expect(radio(screen.getByRole('group', { name: 'Language' }), 'English')).toHaveProperty('checked', true);
});

test('the automatic choice leads back to the site’s language', async () => {
  const { user, choices } = await openChoices('语言');
  await user.click(radio(choices, '繁體中文'));
  await waitFor(() => expect(document.documentElement.lang).toBe('zh-TW'));
  await user.click(radio(screen.getByRole('group', { name: '語言' }), '自動'));
  await waitFor(() => expect(document.documentElement.lang).toBe('zh-CN'));
});

async function openChoices(legend: string) {
  const user = await openReader(fakeArchive(manyPosts(1)), '/');
  await user.click(await screen.findByRole('button', { name: '阅读设置' }));
  return { user, choices: await screen.findByRole('group', { name: legend }) };
}

function radio(choices: HTMLElement, name: string): HTMLElement {
  return within(choices).getByRole('radio', { name });
}
