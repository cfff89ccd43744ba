import { expect, test } from 'vitest';
import { mediumOf, takeSource } from '#builder/article/source.ts';
import { siteOf } from '../sites.ts';
import { runStep } from './drafts.ts';

const config = `broadsheet:
  source: { select: p.em_media, text: '文章来源：(.+?)）?$', brackets: true, tagSuffix: '(?<!滚动)新闻' }
`;
const TEXT = '<p>码头今晚恢复夜航。</p>';

test.each([
  ['a source line', '<p class="em_media">（文章来源：海湾日报）</p>', {}, '海湾日报'],
  ['a source line with mark-up in it', '<p class="em_media">（文章<b>来源：海湾</b>日报）</p>', {}, '海湾日报'],
  ['a source line without brackets', '<p class="em_media">文章来源：海湾日报</p>', {}, '海湾日报'],
  ['brackets at the end of the digest', '', { quote: '码头恢复夜航。（港口快讯）' }, '港口快讯'],
  ['the tag', '', { fields: { tags: '港口快讯新闻' } }, '港口快讯'],
  [
    'the line before the brackets',
    '<p class="em_media">（文章来源：海湾日报）</p>',
    { quote: '恢复夜航。（港口快讯）' },
    '海湾日报',
  ],
  [
    'the brackets before the tag',
    '',
    { quote: '恢复夜航。（港口快讯）', fields: { tags: '海湾日报新闻' } },
    '港口快讯',
  ],
  ['a tag with an exception', '', { fields: { tags: '东湾滚动新闻' } }, undefined],
  ['a tag of another form', '', { fields: { tags: '夜航' } }, undefined],
])('the medium is found in %s', (_name, line, given, source) => {
  const draft = runStep(takeSource, TEXT + line, { config, ...given });
  expect([draft.html, draft.source]).toEqual([TEXT, source]);
});

test.each([
  ['the medium leaves the digest', '码头恢复夜航。（港口快讯）', '码头恢复夜航。'],
  ['a code stays', '首季增长12%（600001）', '首季增长12%（600001）'],
  ['a remark with a colon stays', '首季为12（单位：亿元）', '首季为12（单位：亿元）'],
  ['a remark of one character stays', '码头恢复夜航。（图）', '码头恢复夜航。（图）'],
  ['brackets inside stay', '码头（三号）恢复夜航。', '码头（三号）恢复夜航。'],
  ['a digest that is only brackets stays', '（港口快讯）', '（港口快讯）'],
])('%s', (_name, quote, left) => {
  expect(runStep(takeSource, TEXT, { config, quote }).quote).toBe(left);
});

test.each([
  ['the only paragraph', '<p>码头恢复夜航。（港口快讯）</p>', '<p>码头恢复夜航。</p>', '港口快讯'],
  ['the only paragraph, with a remark', '<p>码头恢复夜航。（编辑：周汐）</p>', null, undefined],
  ['the only paragraph, with nothing else', '<p>（港口快讯）</p>', null, undefined],
  ['one paragraph of several', '<p>码头恢复夜航。</p><p>浓雾已散。（港口快讯）</p>', null, undefined],
])('brackets at the end of %s', (_name, html, left, source) => {
  const draft = runStep(takeSource, html, { config });
  expect([draft.html, draft.source]).toEqual([left ?? html, source]);
});

test('a line that the selector finds and the pattern does not stays', () => {
  const html = `${TEXT}<p class="em_media">责任编辑：周汐</p>`;
  expect(runStep(takeSource, html, { config })).toEqual({ html });
});

test.each([
  ['the reporters’ line', `<p>□林岸 周汐</p>${TEXT}`, TEXT, '林岸 周汐'],
  ['the same after a blank', `\n<p> □ 林岸</p>${TEXT}`, `\n${TEXT}`, '林岸'],
  [
    'the same below a picture',
    `<center><img src="a.png"></center><p>□ 本报记者 林岸 周汐</p>${TEXT}`,
    `<center><img src="a.png"></center>${TEXT}`,
    '本报记者 林岸 周汐',
  ],
  ['a box further down', `${TEXT}<p>□林岸</p>`, `${TEXT}<p>□林岸</p>`, undefined],
  ['a box alone', `<p>□</p>${TEXT}`, `<p>□</p>${TEXT}`, undefined],
  ['a long line after a box', `<p>□${'长'.repeat(62)}</p>`, `<p>□${'长'.repeat(62)}</p>`, undefined],
])('%s at the head of the text', (_name, html, left, reporters) => {
  const draft = runStep(takeSource, html);
  expect([draft.html, draft.reporters]).toEqual([left, reporters]);
});

test('without settings nothing is a source', () => {
  const html = `${TEXT}<p class="em_media">（文章来源：海湾日报）</p>`;
  const draft = runStep(takeSource, html, { quote: '恢复夜航。（港口快讯）', fields: { tags: '港口快讯新闻' } });
  expect(draft).toEqual({ html, quote: '恢复夜航。（港口快讯）' });
});

test('a tag that is nothing but the ending keeps it', () => {
  const { source } = siteOf(config).settings;
  expect([mediumOf('海湾日报新闻', source), mediumOf('新闻', source), mediumOf('夜航', source)]).toEqual([
    '海湾日报',
    '新闻',
    '夜航',
  ]);
});
