import { expect, test } from 'vitest';
import { loadMessages, localeFor } from '#messages/messages.ts';

test.each([
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh_CN'], 'zh-Hans'],
  [['zh-Hans-HK'], 'zh-Hans'],
  [['zh-SG'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-Hant-CN'], 'zh-Hant'],
  [['ZH-MO'], 'zh-Hant'],
  [['en-GB'], 'en'],
  [['de', 'zh-TW', 'en'], 'zh-Hant'],
  [[undefined, 'zh-CN'], 'zh-Hans'],
  [['de-AT', 'enx'], 'en'],
  [[''], 'en'],
  [[], 'en'],
] as const)('for %j the interface speaks %s', (wanted, locale) => {
  expect(localeFor(wanted)).toBe(locale);
});

test.each(['zh-Hans', 'zh-Hant', 'en'] as const)('%s has a word for everything', async (locale) => {
  const messages = await loadMessages(locale);
  expect(namesOf(messages)).toEqual(namesOf(await loadMessages('en')));
  const empty = sayAll(messages).filter(([, text]) => text.trim() === '' || /undefined|NaN/.test(text));
  expect(empty).toEqual([]);
});

test.each([
  [0, '0 posts'],
  [1, '1 post'],
  [12_345, '12,345 posts'],
])('%d in English is %s', async (count, text) => {
  expect((await loadMessages('en')).postCount(count)).toBe(text);
});

test('the size of an archive says since when', async () => {
  expect((await loadMessages('zh-Hans')).archiveSize(12_345, '2021年12月')).toBe('2021年12月至今，共 12,345 篇');
  expect((await loadMessages('en')).archiveSize(1, 'December 2021')).toBe('1 post since December 2021');
});

function namesOf(messages: object): readonly string[] {
  return sayAll(messages).map(([name]) => name);
}

/** Every message with its name. Each takes a name or a count first; a second value is a text. */
function sayAll(messages: object): readonly (readonly [name: string, text: string])[] {
  return Object.entries(messages).flatMap(([name, message]: [string, unknown]) => {
    if (typeof message === 'object' && message !== null)
      return sayAll(message).map(([below, text]) => [`${name}.${below}`, text] as const);
    return [[name, typeof message === 'function' ? String(message(3, '2021')) : String(message)] as const];
  });
}
