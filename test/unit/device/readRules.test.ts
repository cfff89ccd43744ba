import { expect, test } from 'vitest';
import { furtherOf, isReadBy, type ReadState, watermarkBelow } from '#device/readRules.ts';
import type { ReadMark, Watermark } from '#shared/ownFile.ts';
import type { Headline } from '#shared/post.ts';

const ROW: Headline = {
  address: '/港口/2024/05/30/Ferry.html',
  title: '渡轮',
  time: '2024-05-30T09:20',
  categories: ['Harbour News'],
  tags: ['渡轮'],
  source: '海岸通讯社',
};
const FOLDED = '/港口/2024/05/30/ferry';

function state(marks: readonly ReadMark[], watermarks: readonly Watermark[] = []): ReadState {
  return {
    marks: new Map(marks.map((mark) => [mark.address, mark])),
    watermarks: new Map(watermarks.map((watermark) => [watermark.scope, watermark])),
  };
}

test('an article counts as read by its own mark, however its address is written', () => {
  const { marks, watermarks } = state([{ address: FOLDED, readAt: 1 }]);
  expect(isReadBy({ marks, watermarks }, ROW)).toBe(true);
  expect(isReadBy({ marks, watermarks }, { ...ROW, address: '/港口/2024/05/30/other.html' })).toBe(false);
});

test.each([
  ['all', true],
  ['category/harbour news', true],
  ['tag/渡轮', true],
  ['source/海岸通讯社', true],
  ['day/2024-05-30', true],
  ['day/2024-05-31', false],
  ['category/渔市', false],
])('that all of %s was marked says of it: %s', (scope, isRead) => {
  expect(isReadBy(state([], [{ scope, upTo: '2024-05-30T09:20', readAt: 1 }]), ROW)).toBe(isRead);
});

test.each([
  ['the same minute', '2024-05-30T09:20', true],
  ['a later day', '2024-05-31', true],
  ['a minute before', '2024-05-30T09:19', false],
  ['the day alone, before any clock of it', '2024-05-30', false],
])('a list that was marked up to %s', (_name, upTo, isRead) => {
  expect(isReadBy(state([], [{ scope: 'all', upTo, readAt: 1 }]), ROW)).toBe(isRead);
});

test('a post that shows another day than it lies under has its place by that one', () => {
  const watermark = { scope: 'all', upTo: '2024-05-30T09:20', readAt: 1 };
  expect(isReadBy(state([], [watermark]), { ...ROW, time: '2024-05-29T23:00', day: '2024-05-31' })).toBe(false);
  expect(isReadBy(state([], [watermark]), { ...ROW, time: '2024-06-02T23:00', day: '2024-05-30' })).toBe(true);
});

test('marked as not read after its list, it counts as not read; the list marked again, as read', () => {
  const unread: ReadMark = { address: FOLDED, readAt: 5, isUnread: true };
  expect(isReadBy(state([unread], [{ scope: 'all', upTo: '2024-06-01', readAt: 4 }]), ROW)).toBe(false);
  expect(isReadBy(state([unread], [{ scope: 'all', upTo: '2024-06-01', readAt: 6 }]), ROW)).toBe(true);
  expect(isReadBy(state([unread]), ROW)).toBe(false);
});

test('a watermark begins below the newest rows, so that a late post between them counts as not read', () => {
  const times = ['2024-05-31T09:05', '2024-05-31T09:20', '2024-05-31T09:00'];
  const newest = times.map((time) => ({ ...ROW, time }));
  expect(watermarkBelow('all', newest, 7)).toEqual({ scope: 'all', upTo: '2024-05-31T09:00', readAt: 7 });
});

test('of two watermarks the one that reaches further counts, though the other be newer', () => {
  const further = { scope: 'all', upTo: '2024-05-31', readAt: 1 };
  const newer = { scope: 'all', upTo: '2024-05-30', readAt: 2 };
  expect(furtherOf(further, newer)).toBe(further);
  expect(furtherOf(newer, further)).toBe(further);
});
