import { describe, expect, test } from 'vitest';
import { markLanguages, scriptOf } from '#builder/article/languages.ts';
import { runStep } from './drafts.ts';

test.each([
  ['码头今晚恢复夜航，AB 港开放。', 'zh'],
  ['港の夜間航行が今夜から再開します', 'ja'],
  ['오늘 밤 항구 夜航', 'ko'],
  ['优の良品码头今晚恢复夜航', undefined],
  ['The pier 码头 opens tonight', undefined],
  ['12:30', undefined],
])('%s: %s', (text, lang) => {
  expect(scriptOf(text)).toBe(lang);
});

describe('the language of an article', () => {
  test.each([
    ['is what the post says', 'lang: en', { lang: 'fr' }, '码头今晚', 'fr'],
    ['is seen in its script', 'lang: en', {}, '码头今晚', 'zh'],
    ['is the site’s', 'lang: zh-Hant', {}, '码头今晚', undefined],
    ['is not guessed from Latin letters', 'lang: zh', {}, 'The pier opens tonight', undefined],
    ['is not nonsense', 'lang: en', { lang: '"><script>"' }, 'The pier', undefined],
  ])('%s', (_name, config, fields, text, lang) => {
    expect(runStep(markLanguages, `<p>${text}</p>`, { config, fields, text }).lang).toBe(lang);
  });
});

test('foreign passages have theirs, the outermost once', () => {
  const html = '<p>The pier</p><blockquote><p>码头<b>今晚</b></p></blockquote><ul><li>港の夜が来た</li></ul>';
  expect(runStep(markLanguages, html, { config: 'lang: en', text: 'The pier opens tonight 码头' }).html).toBe(
    '<p>The pier</p><blockquote><p lang="zh">码头<b>今晚</b></p></blockquote><ul><li lang="ja">港の夜が来た</li></ul>',
  );
});

test('in a Chinese text nothing is foreign by its script', () => {
  const html = '<p>码头今晚</p><p>港の夜が来た</p><p lang="en">pier</p>';
  expect(runStep(markLanguages, html, { config: 'lang: zh', text: '码头今晚' }).html).toBe(html);
});
