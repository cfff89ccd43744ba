import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CalendarMap, firstDayOfMap } from '#ui/CalendarMap.tsx';

// Friday 31 May 2024 stands in the fifth row of the last of 26 columns.
const LAST = '2024-05-31';

test('the map ends with the last day and begins on a Monday 26 weeks before', () => {
  expect(firstDayOfMap(LAST)).toBe('2023-12-04');
});

test('days of both years are drawn, each mark in its place', () => {
  const { container } = render(<CalendarMap last={LAST} calendars={[year('2023', 338, 3), year('2024', 152, 8)]} />);
  const path = (name: string) => container.querySelector(`path[${name}]`)?.getAttribute('d') ?? '';
  expect(path('data-level="4"')).toContain('M250.5 40.5'); // 31 May, of the greatest size
  expect(path('data-level="2"')).toContain('M1.75 1.75'); // 4 December, of a smaller one
});

function year(name: string, days: number, lastCount: number) {
  const counts = Array.from({ length: days }, (_count, index) => (index === days - 1 ? lastCount : 0));
  return { format: 1, year: name, counts, gaps: [], problems: [] };
}
