import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromZoned, isDate, isDay, isPlainTime, isZone, localTimeOf, toZonedIso, zoneOffsetMs } from '#shared/days.ts';

const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Europe/London',
  'Pacific/Apia',
  'Asia/Kathmandu',
];
const HOUR_MS = 3_600_000;

test.each([
  ['2024-05-31', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-04-31', false],
  ['2024-00-10', false],
  ['2024-13-01', false],
  ['2024-05-00', false],
  ['2024-5-31', false],
  ['2024-05-31T09', false],
  ['1000-01-01', true],
  ['0999-12-31', false],
  ['0068-02-03', false],
  ['9999-12-31', true],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('the last day of each month is a date, the next number is not', () => {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (const [index, length] of lengths.entries())
    expect([isDate(2023, index + 1, length), isDate(2023, index + 1, length + 1)]).toEqual([true, false]);
});

test('any date is one that JavaScript leaves as it is', () => {
  const parts = [
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
  ];
  fc.assert(
    fc.property(fc.tuple(...parts), ([year = 0, month = 0, day = 0]) => {
      const date = new Date(Date.UTC(year, month - 1, day));
      expect(isDate(year, month, day)).toBe(date.getUTCMonth() === month - 1 && date.getUTCDate() === day);
    }),
    { numRuns: 1000 },
  );
  const leapDays = [1900, 2000, 2023, 2024, 2100].map((year) => isDate(year, 2, 29));
  expect(leapDays).toEqual([false, true, false, true, false]);
});

test.each([
  ['Asia/Shanghai', true],
  ['UTC', true],
  ['Asia/Lanpu', false],
  ['', false],
])('the machine knows the zone %s: %s', (zone, expected) => {
  expect(isZone(zone)).toBe(expected);
});

test.each([
  ['Asia/Shanghai', '9999-12-31T15:59:59Z', true],
  ['Asia/Shanghai', '9999-12-31T16:00:00Z', false],
  ['America/New_York', '+010000-01-01T04:59:59Z', true],
  ['America/New_York', '1000-01-01T00:00:00Z', false],
])('in %s at %s the year has four digits: %s', (zone, instant, expected) => {
  expect(isPlainTime(Date.parse(instant), zone)).toBe(expected);
});

describe('an instant on the clocks of a zone', () => {
  test.each([
    ['Asia/Shanghai', '2024-05-30T01:55:06Z', '2024-05-30T09:55:06+08:00'],
    ['Asia/Shanghai', '2024-05-30T16:00:00Z', '2024-05-31T00:00:00+08:00'],
    ['Asia/Shanghai', '1988-07-01T00:00:00Z', '1988-07-01T09:00:00+09:00'],
    ['UTC', '2024-05-30T01:55:06Z', '2024-05-30T01:55:06+00:00'],
    ['America/New_York', '2024-03-10T06:59:59Z', '2024-03-10T01:59:59-05:00'],
    ['America/New_York', '2024-03-10T07:00:00Z', '2024-03-10T03:00:00-04:00'],
    ['America/New_York', '2024-11-03T05:30:00Z', '2024-11-03T01:30:00-04:00'],
    ['America/New_York', '2024-11-03T06:30:00Z', '2024-11-03T01:30:00-05:00'],
    ['Australia/Lord_Howe', '2024-04-06T15:15:00Z', '2024-04-07T01:45:00+10:30'],
    ['America/St_Johns', '2024-01-01T00:00:00Z', '2023-12-31T20:30:00-03:30'],
    ['Asia/Shanghai', '1969-12-31T20:00:00Z', '1970-01-01T04:00:00+08:00'],
  ])('%s, %s is %s', (zone, instant, iso) => {
    expect(toZonedIso(Date.parse(instant), zone)).toBe(iso);
  });

  test('at UTC is what JavaScript writes', () => {
    const instant = fc.integer({ min: Date.UTC(999, 11, 1), max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) });
    fc.assert(
      fc.property(instant, (at) => {
        expect(toZonedIso(at, 'UTC')).toBe(`${new Date(at).toISOString().slice(0, 19)}+00:00`);
      }),
      { numRuns: 1000 },
    );
  });

  test('is shown to the minute', () => {
    expect(localTimeOf(Date.parse('2024-05-30T01:55:59Z'), 'Asia/Shanghai')).toBe('2024-05-30T09:55');
  });

  test('an unknown zone throws', () => {
    expect(() => toZonedIso(0, 'Asia/Lanpu')).toThrow(RangeError);
  });
});

describe('the instant of a clock time', () => {
  test.each([
    ['as usual', 'Asia/Shanghai', '2024-05-30T09:55:06', '2024-05-30T01:55:06Z'],
    ['before the year 1970', 'Asia/Shanghai', '1960-01-01T08:00:00', '1960-01-01T00:00:00Z'],
    [
      'that the clocks skip: as far after the change',
      'America/New_York',
      '2024-03-10T02:30:00',
      '2024-03-10T07:30:00Z',
    ],
    ['just after the skipped hour', 'America/New_York', '2024-03-10T03:00:00', '2024-03-10T07:00:00Z'],
    ['shown twice: the first', 'America/New_York', '2024-11-03T01:30:00', '2024-11-03T05:30:00Z'],
    ['just after the doubled hour', 'America/New_York', '2024-11-03T02:00:00', '2024-11-03T07:00:00Z'],
    ['skipped for half an hour', 'Australia/Lord_Howe', '2024-10-06T02:15:00', '2024-10-05T15:45:00Z'],
    ['shown twice for half an hour', 'Australia/Lord_Howe', '2024-04-07T01:45:00', '2024-04-06T14:45:00Z'],
    ['on a day that the zone skipped whole', 'Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00Z'],
  ])('%s', (_name, zone, wall, instant) => {
    const found = fromZoned(Date.parse(`${wall}Z`), zone);
    expect(new Date(found).toISOString()).toBe(`${instant.slice(0, -1)}.000Z`);
  });

  test('any instant comes back from its own clock time, or is the second of two', () => {
    const instant = fc.integer({ min: 0, max: Date.UTC(2037, 0, 1) / 1000 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
        const wall = at + zoneOffsetMs(at, zone);
        const back = fromZoned(wall, zone);
        expect(back + zoneOffsetMs(back, zone)).toBe(wall);
        expect(back === at || (back < at && at - back <= HOUR_MS)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the offset of any instant is what Intl says of it, whatever was asked before', () => {
    const nearChange = fc
      .integer({ min: -86_400, max: 86_400 })
      .map((seconds) => Date.UTC(2024, 2, 10, 7) + seconds * 1000);
    fc.assert(
      fc.property(nearChange, (at) => {
        expect(zoneOffsetMs(at, 'America/New_York')).toBe((at < Date.UTC(2024, 2, 10, 7) ? -5 : -4) * HOUR_MS);
      }),
    );
  });
});
