import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PermalinkParts, permalinkOf, servedFile } from '#builder/post/permalink.ts';
import { siteOf } from '../sites.ts';

const PARTS: PermalinkParts = {
  date: '2024-05-03T09:05:06+08:00',
  slug: 'Spring-Tide_table',
  fileSlug: 'Spring-Tide_table',
  categories: ['Port', 'North Pier', 'port'],
  outputExt: '.html',
  path: 'Spring-Tide_table',
};

function urlOf(template: string, parts: Partial<PermalinkParts> = {}): string {
  const permalink = permalinkOf(template, { ...PARTS, ...parts });
  return permalink.ok ? permalink.url : `unknown ${permalink.unknown}`;
}

describe('the styles of Jekyll', () => {
  test.each([
    ['date', '/port/north%20pier/2024/05/03/Spring-Tide_table.html'],
    ['pretty', '/port/north%20pier/2024/05/03/Spring-Tide_table/'],
    ['none', '/port/north%20pier/Spring-Tide_table.html'],
    ['ordinal', '/port/north%20pier/2024/124/Spring-Tide_table.html'],
    ['weekdate', '/port/north%20pier/2024/W18/Fri/Spring-Tide_table.html'],
    ['/news/:title', '/news/Spring-Tide_table'],
  ])('%s', (style, url) => {
    expect(urlOf(siteOf(`permalink: ${style}`).permalink)).toBe(url);
  });

  test('without a setting it is by date, and the collection’s own goes first', () => {
    expect(siteOf().permalink).toBe('/:categories/:year/:month/:day/:title:output_ext');
    const config = 'permalink: pretty\ncollections: { posts: { permalink: "/p/:slug/" } }';
    expect(siteOf(config).permalink).toBe('/p/:slug/');
  });
});

test.each([
  [':year-:short_year', '/2024-24'],
  [':month-:i_month-:short_month-:long_month', '/05-5-May-May'],
  [':day-:i_day-:y_day', '/03-3-124'],
  [':w_day-:short_day-:long_day', '/5-Fri-Friday'],
  [':week-:w_year', '/18-2024'],
  [':hour:minute:second', '/090506'],
  [':slug', '/spring-tide-table'],
  [':title', '/Spring-Tide_table'],
  [':name', '/spring-tide-table'],
  [':slugified_categories', '/port/north-pier'],
  [':collection/:path:output_ext', '/posts/Spring-Tide_table.html'],
  [':year_:month', '/2024_05'],
  ['/:title/:nope/', 'unknown :nope'],
])('%s is %s', (template, url) => {
  expect(urlOf(template)).toBe(url);
});

test.each([
  ['2023-01-01', '52-2022'],
  ['2024-12-30', '01-2025'],
  ['2026-12-31', '53-2026'],
  ['2021-01-03', '53-2020'],
])('the week of %s is %s', (day, week) => {
  expect(urlOf(':week-:w_year', { date: `${day}T00:00:00+00:00` })).toBe(`/${week}`);
});

test.each([
  ['Chinese', '潮汐表', '/%E6%BD%AE%E6%B1%90%E8%A1%A8/'],
  ['marks that addresses may hold', "a+b,c;d=e@f(g)'h!", "/a+b,c;d=e@f(g)'h!/"],
  ['marks that they may not', 'a b#c%d', '/a-b-c-d/'],
  ['only marks', '！？', '/%E6%BD%AE/'],
])('a title of %s stands encoded where it must be', (_name, slug, url) => {
  expect(urlOf('/:title/', { slug, fileSlug: '潮' })).toBe(url);
});

test('a template’s own text is not encoded', () => {
  expect(urlOf('/潮汐/:year/')).toBe('/潮汐/2024/');
});

test('without categories no doubled slash is left', () => {
  expect(urlOf('/:categories/:year/', { categories: [] })).toBe('/2024/');
});

test('no template leads out of the site', () => {
  const piece = fc.constantFrom('.', '..', './', '/', '\\', ':title', ':categories', '%2e', 'X');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const url = urlOf(pieces.join(''), { slug: '..', fileSlug: '...', categories: ['..', '../..'] });
      expect(url.startsWith('/') && !url.startsWith('//')).toBe(true);
      expect(url.split('/')).not.toContain('..');
    }),
  );
});

test.each([
  ['an address with a closing slash', '/a%20b/', '/a b/index.html'],
  ['an address with its ending', '/%E6%BD%AE.html', '/潮.html'],
  ['an address without one', '/tide', '/tide.html'],
  ['a bare percent sign', '/100%', '/100%.html'],
])('%s is served by a file', (_name, url, file) => {
  expect(servedFile(url, '.html')).toBe(file);
});
