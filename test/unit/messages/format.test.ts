import { expect, test } from 'vitest';
import { messages as en } from '#messages/en.ts';
import { clockOf, dayName, longDate, longTime, monthOf, number, todayIn } from '#messages/format.ts';
import { messages as zhHans } from '#messages/zh-Hans.ts';
import { messages as zhHant } from '#messages/zh-Hant.ts';

test.each([
  ['2024-05-31', '今天', 'Today'],
  ['2024-05-30', '昨天', 'Yesterday'],
  ['2024-05-27', '5月27日星期一', 'Monday, May 27'],
  ['2023-12-31', '2023年12月31日星期日', 'Sunday, December 31, 2023'],
  ['2024-06-01', '6月1日星期六', 'Saturday, June 1'],
])('on 31 May 2024, the day %s is called %s, %s', (day, chinese, english) => {
  expect(dayName(day, '2024-05-31', zhHans).name).toBe(chinese);
  expect(dayName(day, '2024-05-31', en).name).toBe(english);
});

test('yesterday reaches over months and leap days, and keeps its date beside its name', () => {
  expect(dayName('2024-02-29', '2024-03-01', zhHans)).toEqual({ name: '昨天', full: '2024年2月29日星期四' });
});

test.each([
  ['2022-05-30T09:55', '09:55'],
  ['2022-05-30T00:05', '00:05'],
  ['2022-05-30', null],
])('the clock of %s is %s', (time, clock) => expect(clockOf(time)).toBe(clock));

test.each([
  ['2022-05-30T00:05', '2022年5月30日 00:05', '2022年5月30日 00:05', 'May 30, 2022 at 00:05'],
  ['2022-05-30', '2022年5月30日', '2022年5月30日', 'May 30, 2022'],
])('%s in full', (time, simplified, traditional, english) => {
  expect([zhHans, zhHant, en].map((messages) => longTime(time, messages))).toEqual([simplified, traditional, english]);
});

test('a date in full, its month, and a number', () => {
  expect(longDate('2022-05-30T09:55', zhHans)).toBe('2022年5月30日星期一');
  expect(longDate('2022-05-30', zhHant)).toBe('2022年5月30日星期一');
  expect(longDate('2022-05-30', en)).toBe('Monday, May 30, 2022');
  expect(monthOf('2021-12-31', zhHans)).toBe('2021年12月');
  expect(monthOf('2021-12-31', en)).toBe('December 2021');
  expect(number(1_234_567, zhHans)).toBe('1,234,567');
});

test.each([
  ['Asia/Shanghai', '2024-05-31'],
  ['UTC', '2024-05-30'],
  ['America/New_York', '2024-05-30'],
])('at one instant, the day in %s is %s', (zone, day) => {
  expect(todayIn(zone, Date.UTC(2024, 4, 30, 16, 30))).toBe(day);
});
