import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type FakeArchive, fakeArchive } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const FILE_OF_2024 = 'calendar/2024.json';

test('each year has its name, its size and its marks, and leads to its headlines', async () => {
  await openReader(twoYears(), '/archive/');
  const years = await screen.findAllByRole('heading', { level: 2 });
  expect(years.map(({ textContent }) => textContent)).toEqual(['2024', '2023']);
  const year = within(screen.getByRole('region', { name: '2024' }));
  await year.findByText('空缺 1');
  year.getByText('问题 1');
  expect(year.getByRole('link', { name: '2024' }).getAttribute('href')).toBe('/?from=2024');
});

test('keys move through the days, never past the last, and Enter opens the day', async () => {
  const user = await openReader(twoYears(), '/archive/');
  const last = await screen.findByRole('link', { name: '2024年3月4日星期一 · 3 篇' });
  last.focus();
  await user.keyboard('{ArrowRight}{PageUp}');
  expect(focused()).toBe('2024年2月4日星期日 · 0 篇');
  await user.keyboard('{Home}{ArrowDown}{ArrowUp}');
  expect(focused()).toBe('2024年1月1日星期一 · 0 篇');
  await user.keyboard('{End}{ArrowLeft}{ArrowLeft}');
  expect(focused()).toBe('2024年3月2日星期六 · 0 篇 · 空缺');
  await user.keyboard('{Enter}');
  expect(shownAddress()).toBe('/2024/03/02/');
});

test('a month in the address is a table of its days', async () => {
  await openReader(twoYears(), '/archive/?month=2024-03');
  const table = within(await screen.findByRole('table', { name: '2024年3月' }));
  expect(
    table
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent?.at(-1))
      .join(''),
  ).toBe('一二三四五六日');
  expect(table.getAllByRole('link').map((link) => link.getAttribute('aria-label'))).toEqual([
    '2024年3月1日星期五 · 1 篇 · 问题 2',
    '2024年3月2日星期六 · 0 篇 · 空缺',
    '2024年3月4日星期一 · 3 篇',
  ]);
  expect(table.getByRole('link', { name: /3月4日/ }).getAttribute('href')).toBe('/2024/03/04/');
});

test('a month leads to the one beside it, past months of years without posts', async () => {
  const user = await openReader(twoYears(), '/archive/?month=2024-01');
  await user.click(await screen.findByRole('link', { name: '2023年12月' }));
  await screen.findByRole('heading', { level: 1, name: '2023年12月' });
  expect(shownAddress()).toBe('/archive/?month=2023-12');
});

test.each(['2024-13', '2025-01', 'nonsense'])('month %s is none: all years stand there', async (month) => {
  await openReader(twoYears(), `/archive/?month=${month}`);
  await screen.findByRole('heading', { level: 1, name: '归档' });
});

test('a year that did not come can be asked for again, where it stands', async () => {
  const archive = twoYears();
  const bytes = archive.files.get(FILE_OF_2024) ?? new Uint8Array();
  archive.files.delete(FILE_OF_2024);
  const user = await openReader(archive, '/archive/');
  await screen.findByRole('alert');
  screen.getByRole('region', { name: '2023' });
  archive.files.set(FILE_OF_2024, bytes);
  await user.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByText('空缺 1');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an empty archive says so', async () => {
  await openReader(fakeArchive([]), '/archive/');
  await screen.findByText('这里还没有文章。');
});

function focused(): string | null | undefined {
  return document.activeElement?.getAttribute('aria-label');
}

function twoYears(): FakeArchive {
  const dates = ['2024-03-04', '2024-03-04', '2024-03-04', '2024-03-01', '2023-11-30'];
  const archive = fakeArchive(dates.map((day, index) => ({ date: `${day}T0${index}:00:00+08:00` })));
  const year = (year: string, given: object) =>
    archive.files.set(
      `calendar/${year}.json`,
      new TextEncoder().encode(JSON.stringify({ format: 1, year, gaps: [], problems: [], ...given })),
    );
  const problems = [{ day: '2024-03-01', count: 2 }];
  year('2024', { counts: counts(64, { 60: 1, 63: 3 }), gaps: ['2024-03-02'], problems });
  year('2023', { counts: counts(334, { 333: 1 }) });
  return archive;
}

function counts(days: number, marked: Readonly<Record<number, number>>): readonly number[] {
  return Array.from({ length: days }, (_day, index) => marked[index] ?? 0);
}
