import { expect, test } from 'vitest';
import { progressText, type Step } from '#builder/commands/progressText.ts';

test.each<[string, Step, number, string]>([
  [
    'amount, rate and time left',
    { phase: 'reading', done: 12_000, total: 100_000 },
    4,
    'reading 12,000 of 100,000 posts, 3,000 a second, 30 s left',
  ],
  [
    'minutes',
    { phase: 'writing', done: 1000, total: 1_000_000 },
    1,
    'writing 1,000 of 1,000,000 posts, 1,000 a second, 16 min 39 s left',
  ],
  [
    'hours',
    { phase: 'writing', done: 100, total: 1_000_000 },
    1,
    'writing 100 of 1,000,000 posts, 100 a second, 2 h 46 min left',
  ],
  [
    'no time left where the end is not known',
    { phase: 'checking', done: 5000 },
    2,
    'checking 5,000 files, 2,500 a second',
  ],
  ['no time left at the end', { phase: 'reading', done: 90, total: 90 }, 3, 'reading 90 of 90 posts, 30 a second'],
  ['no rate in the first second', { phase: 'finding', done: 700, total: 900 }, 0.9, 'finding 700 of 900 files'],
  ['no rate before the first is done', { phase: 'writing', done: 0, total: 9 }, 5, 'writing 0 of 9 posts'],
])('it has %s', (_name, step, seconds, text) => {
  expect(progressText(step, seconds)).toBe(text);
});
