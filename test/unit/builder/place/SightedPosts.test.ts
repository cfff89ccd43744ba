import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SightedPosts } from '#builder/place/SightedPosts.ts';
import type { Sighted } from '#builder/place/sightPosts.ts';

const hash = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 16, maxLength: 16 }).map((digits) => {
  return digits.map((digit) => digit.toString(16)).join('');
});
const claim = fc.integer({ min: 0, max: 9 }).map((number) => number * 2 ** 48);
const sighted: fc.Arbitrary<Sighted> = fc.record({
  path: fc.string(),
  hash,
  instantMs: fc.integer({ min: -(10 ** 15), max: 10 ** 15 }),
  day: fc.constantFrom('0001-01-01', '2024-05-31', '9999-12-31'),
  address: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('海'.repeat(200_000))),
  size: fc.nat(),
  mtimeMs: fc.maxSafeInteger(),
  claims: fc.array(claim, { maxLength: 5 }),
  isPlain: fc.boolean(),
});

function held(posts: readonly Sighted[]): SightedPosts {
  // Not every file that was looked at is a post.
  const columns = new SightedPosts(['a', ...posts.map(({ path }) => path), 'b']);
  for (const [index, post] of posts.entries()) columns.add(post, index + 1);
  return columns;
}

test('what is held of posts is what they were', () => {
  fc.assert(
    fc.property(fc.array(sighted), (posts) => {
      const columns = held(posts);
      expect(posts.map((_post, index) => columns.at(index))).toEqual(posts);
      expect([...columns.sortedClaims()]).toEqual(posts.flatMap(({ claims }) => claims).toSorted((a, b) => a - b));
    }),
  );
});

test('alone is a plain post of whose claims none is contested', () => {
  fc.assert(
    fc.property(sighted, fc.uniqueArray(claim), (post, others) => {
      const contested = new Set(others);
      const expected = post.isPlain && !post.claims.some((each) => contested.has(each));
      expect(held([post]).isAloneAt(0, contested)).toBe(expected);
    }),
  );
});
