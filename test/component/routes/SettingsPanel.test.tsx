import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { resetSettings } from '#device/settings.ts';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

afterEach(resetSettings);

const page = document.documentElement.dataset;

test.each([
  ['主题', '墨水屏', 'theme', 'eink'],
  ['字号', '最大', 'size', '5'],
  ['行宽', '窄', 'measure', 'narrow'],
  ['字体', '宋体', 'font', 'serif'],
  ['行距', '宽松', 'leading', 'loose'],
  ['列表', '紧凑', 'density', 'compact'],
])('of %s, %s shows on the page at once', async (group, choice, name, value) => {
  const { user, panel } = await openPanel();
  const radio = within(panel.getByRole('group', { name: group })).getByRole('radio', { name: choice });
  await user.click(radio);
  expect(page[name]).toBe(value);
  expect(radio).toHaveProperty('checked', true);
});

test('a reset takes all choices back', async () => {
  const { user, panel } = await openPanel();
  await user.click(panel.getByRole('radio', { name: '深色' }));
  await user.click(panel.getByRole('button', { name: '恢复默认' }));
  expect(page['theme']).toBe('auto');
  expect(panel.getByRole('radio', { name: '跟随系统' })).toHaveProperty('checked', true);
});

test('the panel closes, and opens again with what was chosen', async () => {
  const { user, panel } = await openPanel();
  await user.click(panel.getByRole('radio', { name: '米黄' }));
  await user.click(panel.getByRole('button', { name: '关闭' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: '阅读设置' }));
  const again = within(await screen.findByRole('dialog', { name: '阅读设置' }));
  expect(again.getByRole('radio', { name: '米黄' })).toHaveProperty('checked', true);
});

async function openPanel() {
  const user = await openReader(fakeArchive(manyPosts(1)), '/');
  await user.click(await screen.findByRole('button', { name: '阅读设置' }));
  return { user, panel: within(await screen.findByRole('dialog', { name: '阅读设置' })) };
}
