import { expect, test } from 'vitest';
import { manifestFile, publishedAtOf } from '#builder/files/manifest.ts';
import { Streams } from '#builder/files/streams.ts';
import { siteOf } from '../sites.ts';

const EDITION = { days: [], taken: [], contentHash: 'ab12', publishedAt: '2026-11-21T02:00:00Z' };

function manifestOf(streams: Streams, edition = EDITION): unknown {
  const site = siteOf('title: 澜浦\ndescription: 港口的消息\nlang: zh-CN');
  return JSON.parse(manifestFile(streams.streams(site), site, edition).bytes.toString('utf8'));
}

test('a manifest names what readers must know first, and leaves out what there is not', () => {
  expect(manifestOf(new Streams())).toEqual({
    format: 1,
    generation: 'ab12',
    publishedAt: '2026-11-21T02:00:00Z',
    site: { title: '澜浦', description: '港口的消息', lang: 'zh-CN', timezone: 'UTC' },
    count: 0,
    sections: [],
    volumes: [],
    newest: [],
  });
});

test('it holds at most 20 headlines and 12 sections, however many there are', () => {
  const streams = new Streams();
  for (let number = 0; number < 40; number++)
    streams.add(
      { address: `/${number}/`, title: 'x', time: '2024-05-30', categories: [`c${number}`] },
      '2024-05-30T00:00:00+08:00',
    );
  const edition = { ...EDITION, days: ['2024-05-29', '2024-05-30'], taken: ['/archive'] };
  const manifest = manifestOf(streams, edition as never); // The same shape with more in it.
  expect(manifest).toMatchObject({ count: 40, firstDay: '2024-05-29', lastDay: '2024-05-30', taken: ['/archive'] });
  expect(manifest).toHaveProperty('newest.length', 20);
  expect(manifest).toHaveProperty('sections.length', 12);
});

test.each([
  [
    'the same content keeps its time',
    { generation: 'ab12', publishedAt: '2024-01-01T00:00:00Z' },
    '2024-01-01T00:00:00Z',
  ],
  ['other content does not', { generation: 'cd34', publishedAt: '2024-01-01T00:00:00Z' }, null],
  ['a time that is no text does not', { generation: 'ab12', publishedAt: 1 }, null],
  ['a manifest that is no object does not', 'ab12', null],
  ['nothing does not', null, null],
])('%s', (_name, before, expected) => {
  expect(publishedAtOf(Buffer.from(JSON.stringify(before)), 'ab12')).toBe(expected);
});

test('a manifest that is missing or no JSON has no time', () => {
  expect(publishedAtOf(null, 'ab12')).toBeNull();
  expect(publishedAtOf(Buffer.from('{"gener'), 'ab12')).toBeNull();
});
