import { expect, test } from 'vitest';
import { hasPart, loadNameMatcher } from '#routes/nameMatcher.ts';

test.each([
  ['Harbour Post', 'HARB'],
  ['Harbour Post', ' post '],
  ['Ａ股', 'a'],
  ['海湾日报', '湾日'],
  ['Café', 'cafe\u0301'],
  ['海湾日报', ''],
])('%s has the part "%s"', (name, typed) => expect(hasPart(name, typed)).toBe(true));

test.each([
  ['海湾日报', 'hwrb'],
  ['海湾日报', 'haiwan'],
  ['海湾日报', 'wrb'],
  ['海湾日报', 'ＨＷ'],
  ['重庆', 'cq'],
  ['A股', 'ag'],
  ['海湾日报', '日报'],
  ['Harbour Post', 'our p'],
])('%s is found by "%s"', async (name, typed) => expect((await loadNameMatcher())(name, typed)).toBe(true));

test.each([
  ['海湾日报', 'hb'],
  ['海湾日报', '报日'],
  ['Harbour Post', 'hp'],
])('%s is not found by "%s"', async (name, typed) => expect((await loadNameMatcher())(name, typed)).toBe(false));
