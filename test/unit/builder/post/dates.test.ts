import { describe, expect, test } from 'vitest';
import { parseTime, readDate } from '#builder/post/dates.ts';
import { plainScalar } from '#builder/post/yaml.ts';

const SHANGHAI = 'Asia/Shanghai';

describe('a date without quotes', () => {
  test.each([
    ['with a zone', '2024-05-30 09:55:06 +0800', '2024-05-30T01:55:06.000Z', false],
    ['with two blanks before the zone', '2024-05-30 09:55:06  +0800', '2024-05-30T01:55:06.000Z', false],
    ['without a zone is UTC', '2024-05-30 09:55:06', '2024-05-30T09:55:06.000Z', false],
    ['of a day is the site’s midnight', '2024-05-30', '2024-05-29T16:00:00.000Z', true],
    ['without seconds is the site’s time', '2024-05-30 09:55', '2024-05-30T01:55:00.000Z', false],
  ])('%s', (_name, text, instant, isDayOnly) => {
    const date = readDate(plainScalar(text), SHANGHAI);
    expect(date && new Date(date.instantMs).toISOString()).toBe(instant);
    expect(date?.isDayOnly).toBe(isDayOnly);
  });

  test('without a zone keeps what its writer meant', () => {
    expect(readDate(plainScalar('2024-05-30 09:55:06'), SHANGHAI)?.zonelessWallMs).toBe(
      Date.UTC(2024, 4, 30, 9, 55, 6),
    );
    expect(readDate(plainScalar('2024-05-30 09:55:06 Z'), SHANGHAI)).not.toHaveProperty('zonelessWallMs');
  });
});

describe('a date as text', () => {
  test.each([
    ['an ISO time is the site’s', '2024-05-30 09:55:06', '2024-05-30T01:55:06.000Z'],
    ['with a zone', '2024-05-30T09:55:06+02:00', '2024-05-30T07:55:06.000Z'],
    ['with a zone of hours', '2024-05-30 09:55 -5', '2024-05-30T14:55:00.000Z'],
    ['with a zone by name', '2024-05-30 09:55:06 EST', '2024-05-30T14:55:06.000Z'],
    ['in UTC', '2024-05-30 09:55:06 UTC', '2024-05-30T09:55:06.000Z'],
    ['with fractions', '2024-05-30 09:55:06.789', '2024-05-30T01:55:06.000Z'],
    ['in the afternoon', '2024-05-30 3:07 pm', '2024-05-30T07:07:00.000Z'],
    ['at noon', '2024-05-30 12:00 PM', '2024-05-30T04:00:00.000Z'],
    ['at midnight', '2024-05-30 12:00 AM', '2024-05-29T16:00:00.000Z'],
    ['at the end of the day', '2024-05-30 24:00', '2024-05-30T16:00:00.000Z'],
    ['with slashes', '2024/5/3 09:00', '2024-05-03T01:00:00.000Z'],
    ['with dots', '2024.05.03', '2024-05-02T16:00:00.000Z'],
    ['without marks', '20240530', '2024-05-29T16:00:00.000Z'],
    ['with two digits of a year', '24-05-30', '2024-05-29T16:00:00.000Z'],
    ['with two digits of the last year ahead', '68-05-30', '2068-05-29T16:00:00.000Z'],
    ['with two digits of the first year gone', '69-05-30', '1969-05-29T16:00:00.000Z'],
    ['in words, day first', 'Thu, 30 May 2024 09:55:06 GMT', '2024-05-30T09:55:06.000Z'],
    ['in words, month first', 'May 30th, 2024 9:00 am', '2024-05-30T01:00:00.000Z'],
    ['in words, in full', '1 September 2024', '2024-08-31T16:00:00.000Z'],
    ['among other words', 'published 2024-05-30 at 09:00', '2024-05-30T01:00:00.000Z'],
  ])('%s', (_name, text, instant) => {
    const date = parseTime(text, SHANGHAI);
    expect(date && new Date(date.instantMs).toISOString()).toBe(instant);
  });

  test.each([
    '',
    '+0800',
    'yesterday',
    '2024-02-30',
    '2024-13-01',
    '09:55:06',
    '30 Floreal 2024',
    '202405290815003344',
    '0068-05-30',
    '9999-12-31 23:59:59 -0800',
    '2024-05-30 25:10',
    '2024-05-30 23:70',
    '2024-05-30 23:00:61',
    '2024-05-30 24:01',
  ])('"%s" is none', (text) => expect(parseTime(text, SHANGHAI)).toBeNull());

  test('a time that the clocks skip is as far after the change', () => {
    const date = parseTime('2024-03-10 02:30:00', 'America/New_York');
    expect(date && new Date(date.instantMs).toISOString()).toBe('2024-03-10T07:30:00.000Z');
  });
});

test.each([
  ['9999-12-31 23:59:59 -0800', 'UTC'],
  ['9999-12-31 23:59:59', SHANGHAI],
  ['9999-12-31 24:00:00', 'America/New_York'],
  ['1000-01-01 00:00:00 +0800', 'UTC'],
  ['0068-05-30 00:00:00', 'UTC'],
  ['0068-05-30', 'UTC'],
])('%s in %s is in no year of four digits, and no date', (text, zone) => {
  expect(readDate(plainScalar(text), zone)).toBeNull();
});

test.each([
  ['true', true],
  ['a list', ['2024-05-30']],
  ['nothing', null],
  ['a mapping', new Map()],
])('%s is no date', (_name, value) => {
  expect(readDate(value, SHANGHAI)).toBeNull();
});
