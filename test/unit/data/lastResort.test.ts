import { afterEach, expect, test, vi } from 'vitest';
import type { ArticleAnswer } from '#data/archiveClient.ts';
import { orKept, setLastResort } from '#data/lastResort.ts';

const article = (title: string, savedAt?: number): ArticleAnswer => ({
  kind: 'article',
  article: { address: '/a/', title, time: '2024-05-30', date: '2024-05-30', html: '' },
  ...(savedAt !== undefined && { savedAt }),
});
const KEPT = article('kept', 1);

afterEach(() => setLastResort(async () => null));

test('what the archive has goes before what is kept', async () => {
  setLastResort(async () => KEPT);
  expect(await orKept('/a/', Promise.resolve(article('new')))).toEqual(article('new'));
  const category = { kind: 'category', slug: 'a' } as const;
  expect(await orKept('/a/', Promise.resolve(category))).toBe(category);
});

test('what is kept stands in for what is gone, and for what does not come', async () => {
  setLastResort(async (address) => (address === '/a/' ? KEPT : null));
  expect(await orKept('/a/', Promise.resolve({ kind: 'missing' }))).toBe(KEPT);
  expect(await orKept('/a/', Promise.reject(new Error('offline')))).toBe(KEPT);
  expect(await orKept('/b/', Promise.resolve({ kind: 'missing' }))).toEqual({ kind: 'missing' });
  await expect(orKept('/b/', Promise.reject(new Error('offline')))).rejects.toThrow('offline');
});

test('who hangs is waited for where nothing is kept, and no longer than five seconds where something is', async () => {
  vi.useFakeTimers();
  try {
    const hung = () => new Promise<ArticleAnswer>((resolve) => setTimeout(() => resolve(article('late')), 60_000));
    setLastResort(async () => KEPT);
    const kept = orKept('/a/', hung());
    await vi.advanceTimersByTimeAsync(5000);
    expect(await kept).toBe(KEPT);
    setLastResort(async () => null);
    const late = orKept('/a/', hung());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await late).toEqual(article('late'));
  } finally {
    vi.useRealTimers();
  }
});

test('a device that fails has nothing', async () => {
  setLastResort(() => Promise.reject(new Error('no code')));
  await expect(orKept('/a/', Promise.reject(new Error('offline')))).rejects.toThrow('offline');
  expect(await orKept('/a/', Promise.resolve({ kind: 'missing' }))).toEqual({ kind: 'missing' });
});
