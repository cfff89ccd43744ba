import { expect, test } from 'vitest';
import { citationOf, type Work } from '#messages/citation.ts';
import { messages as en } from '#messages/en.ts';
import { messages as zhHans } from '#messages/zh-Hans.ts';
import { messages as zhHant } from '#messages/zh-Hant.ts';

const WORK: Work = { title: '渔市回暖', source: '港报', time: '2024-05-30T09:55', address: 'https://a.example/fish/' };

test.each<[string, Work, string, string, string]>([
  [
    'a work',
    WORK,
    '港报：《渔市回暖》，2024年5月30日，https://a.example/fish/',
    '港报：〈渔市回暖〉，2024年5月30日，https://a.example/fish/',
    '“渔市回暖.” 港报, May 30, 2024. https://a.example/fish/',
  ],
  [
    'a work without source, on a day without time',
    { ...WORK, source: undefined, time: '2024-05-30' },
    '《渔市回暖》，2024年5月30日，https://a.example/fish/',
    '〈渔市回暖〉，2024年5月30日，https://a.example/fish/',
    '“渔市回暖.” May 30, 2024. https://a.example/fish/',
  ],
  [
    'a title with marks of its own',
    { ...WORK, title: '谁写了《潮信》与“海图”?' },
    '港报：《谁写了〈潮信〉与“海图”?》，2024年5月30日，https://a.example/fish/',
    '港报：〈谁写了《潮信》与“海图”?〉，2024年5月30日，https://a.example/fish/',
    '“谁写了《潮信》与‘海图’?” 港报, May 30, 2024. https://a.example/fish/',
  ],
])('%s is cited in the form of the language', (_name, work, simplified, traditional, english) => {
  expect([zhHans, zhHant, en].map((messages) => citationOf(work, messages))).toEqual([
    simplified,
    traditional,
    english,
  ]);
});
