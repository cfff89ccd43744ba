import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayNote, PostNote } from '#builder/ledger/notes.ts';
import { borderOf, daysBeside, type PageState, stateBefore } from '#builder/pages/pageState.ts';
import { type ArticlePlan, namesOne, pagesOn, planArticles } from '#builder/pages/planArticles.ts';
import type { Day } from '#shared/post.ts';

/** The posts of an archive by their day, in order: names, which may end in a mark for another text. */
type Archive = Readonly<Record<Day, readonly string[]>>;

function postOf(day: Day, name: string): PostNote {
  const [slug = '', text = ''] = name.split(':');
  const headline = {
    address: `/${slug}/`,
    title: `第${slug}号`,
    time: day,
    categories: [text === 'other' ? 'haiwan' : 'gangkou'],
  };
  const place = { path: `_posts/${slug}.md`, hash: text, instantMs: 0, day, address: `/${slug}/` };
  return { ...place, date: day, sizeBytes: 1, headline };
}

function stateOf(archive: Archive, count: number): PageState {
  const notes = new Map<Day, DayNote>();
  for (const [day, names] of Object.entries(archive))
    if (names.length > 0) notes.set(day, { posts: names.map((name) => postOf(day, name)), chunks: [] });
  const days = [...notes]
    .map(([day, { posts }]) => ({ day, count: posts.length }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return { days, note: (day) => notes.get(day) ?? null, border: borderOf(days, count) };
}

function touchedBetween(before: PageState, after: PageState): Map<Day, DayNote | null> {
  const days = new Set([...before.days, ...after.days].map(({ day }) => day));
  const changed = [...days].filter((day) => JSON.stringify(before.note(day)) !== JSON.stringify(after.note(day)));
  return new Map(changed.map((day) => [day, before.note(day)]));
}

/** What is written and what goes between two archives, by name. */
function planOf(then: Archive, now: Archive, count: number, renamed: readonly string[] = []) {
  const [before, after] = [stateOf(then, count), stateOf(now, count)];
  const days = touchedBetween(before, after);
  const earlier = stateBefore(after, { days }, before.border);
  const slugs = new Set(renamed);
  const plan = planArticles(earlier, after, { days: days.keys(), isStale: (post) => namesOne(post, slugs) });
  return { written: namesIn(plan), gone: plan.gone.map((address) => address.replaceAll('/', '')) };
}

function namesIn({ written }: ArticlePlan): string[] {
  return [...written].flatMap(({ pages }) => pages.map(({ post }) => post.address.replaceAll('/', '')));
}

const [D1, D2, D3, D4] = ['2024-05-28', '2024-05-29', '2024-05-30', '2024-06-02'];
const THREE: Archive = { [D1]: ['a', 'b'], [D2]: ['c'], [D3]: ['d', 'e'] };

test.each<[string, Archive, Archive, number, string[], string[]]>([
  ['a first publish', {}, THREE, Infinity, ['d', 'e', 'c', 'a', 'b'], []],
  ['nothing', THREE, THREE, Infinity, [], []],
  ['a new post at the end', THREE, { ...THREE, [D3]: ['d', 'e', 'f'] }, Infinity, ['e', 'f'], []],
  ['a new day', THREE, { ...THREE, [D4]: ['f'] }, Infinity, ['f', 'e'], []],
  ['a text', THREE, { ...THREE, [D2]: ['c:x'] }, Infinity, ['c'], []],
  ['a post between two', THREE, { ...THREE, [D1]: ['a', 'x', 'b'] }, Infinity, ['a', 'x', 'b'], []],
  ['a day that goes', THREE, { [D1]: ['a', 'b'], [D3]: ['d', 'e'] }, Infinity, ['d', 'b'], ['c']],
  [
    'a post that moves to another day',
    THREE,
    { ...THREE, [D1]: ['a'], [D3]: ['d', 'b', 'e'] },
    Infinity,
    ['d', 'b', 'e', 'c', 'a'],
    [],
  ],
  ['a new post, the oldest of the window goes', THREE, { ...THREE, [D4]: ['f'] }, 3, ['f', 'e'], ['c']],
  ['a post that goes, an older one comes', THREE, { ...THREE, [D3]: ['d'] }, 3, ['d', 'b'], ['e']],
  ['a change behind the window', THREE, { ...THREE, [D1]: ['a:x', 'b'] }, 2, [], []],
  ['the neighbour of the last of the window', THREE, { ...THREE, [D2]: ['x'] }, 2, ['d'], []],
  ['the last post', { [D1]: ['a'] }, {}, 3, [], ['a']],
])('%s writes its page and those beside it', (_name, then, now, count, written, gone) => {
  const plan = planOf(then, now, count);
  expect([plan.written.toSorted(), plan.gone]).toEqual([written.toSorted(), gone]);
});

test('the posts that name a renamed category are written, where their days are looked at', () => {
  const archive = { [D1]: ['a', 'b:other'] };
  const state = stateOf(archive, 9);
  const plan = planArticles(state, state, { days: [D1], isStale: (post) => namesOne(post, new Set(['haiwan'])) });
  expect(namesIn(plan)).toEqual(['b']);
});

const day = fc.constantFrom(D1, D2, D3, D4);
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'a:x', 'b:x', 'c:x');
/** Archives in which each address is once. */
const archive = fc.array(fc.tuple(day, name), { maxLength: 9 }).map((pairs) => {
  const unique = new Map(pairs.map(([on, each]) => [each.split(':')[0], [on, each] as const]));
  const days: Record<Day, string[]> = {};
  for (const [on, each] of unique.values()) (days[on] ??= []).push(each);
  return days;
});

/** The pages of an archive as a site holds them. */
function pagesIn(state: PageState): Map<string, string> {
  return new Map(
    state.days.flatMap(({ day }) =>
      pagesOn(day, state).map((page) => [page.post.address, JSON.stringify({ ...page, index: 0 })]),
    ),
  );
}

test('step by step the pages are those of the archive at once', () => {
  fc.assert(
    fc.property(
      fc.array(archive, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 8 }),
      (archives, count) => {
        let before = stateOf({}, count);
        const site = new Map<string, string>();
        for (const next of archives) {
          const after = stateOf(next, count);
          const days = touchedBetween(before, after);
          const plan = planArticles(stateBefore(after, { days }, before.border), after, {
            days: days.keys(),
            isStale: () => false,
          });
          for (const address of plan.gone) site.delete(address);
          for (const { pages } of plan.written)
            for (const page of pages) site.set(page.post.address, JSON.stringify({ ...page, index: 0 }));
          before = after;
        }
        expect(site).toEqual(pagesIn(before));
      },
    ),
    { numRuns: 1000 },
  );
});

test('the window ends where the newest posts end, in the middle of a day if need be', () => {
  const { days } = stateOf(THREE, 1);
  expect(borderOf(days, 3)).toEqual({ day: D2, count: 1 });
  expect(borderOf(days, 4)).toEqual({ day: D1, count: 1 });
  expect(borderOf(days, Infinity)).toEqual({ day: D1, count: 2 });
  expect(borderOf([], 5)).toBeNull();
});

test('the days beside one are found whether it has posts or not', () => {
  const state = stateOf({ [D1]: ['a'], [D3]: ['b'], [D4]: ['c'] }, 1);
  expect(daysBeside(state, D3)).toEqual({ newer: D4, older: D1 });
  expect(daysBeside(state, D2)).toEqual({ newer: D3, older: D1 });
  expect(daysBeside(state, '1999-01-01')).toEqual({ newer: D1, older: null });
});
