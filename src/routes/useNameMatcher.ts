import { queryOptions, useQuery } from '@tanstack/react-query';
import { hasLetters, hasPart, loadNameMatcher, type NameMatcher } from './nameMatcher.ts';

// Code, and so neither old nor asked for without need.
const matcherQuery = queryOptions({
  queryKey: ['nameMatcher'],
  queryFn: loadNameMatcher,
  staleTime: Number.POSITIVE_INFINITY,
});

/** What finds names by a text. Pinyin is loaded with its first letter; until it comes, and where it does not, parts. */
export function useNameMatcher(typed: string): NameMatcher {
  return useQuery({ ...matcherQuery, enabled: hasLetters(typed) }).data ?? hasPart;
}
