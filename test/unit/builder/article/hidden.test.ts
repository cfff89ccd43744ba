import { expect, test } from 'vitest';
import { removeHidden } from '#builder/article/hidden.ts';
import { runStep } from './drafts.ts';

test.each([
  ['a hidden element', '<p hidden>秘</p>'],
  ['an element that is not displayed', '<div style="color:red; Display : none">秘<p>密</p></div>'],
  ['an element that is not visible', '<span style="visibility:hidden">秘</span>'],
  ['a picture of 1×1', '<img src="https://beacon.invalid/a.gif" width="1" height="1">'],
  ['a picture without height', '<img src="https://beacon.invalid/a.gif" height="0px">'],
  ['a picture of 1×1 by style', '<img src="https://beacon.invalid/a.gif" style="width: 1px; height: 1px">'],
  ['a picture of less', '<img src="https://beacon.invalid/a.gif" width=".5" height="1.0">'],
  ['a picture of 1×1 of what is no unit', '<img src="https://beacon.invalid/a.gif" width="1em">'],
  ['a picture of nothing by style', '<img src="https://beacon.invalid/a.gif" style="height:0%">'],
  ['a picture of a point by style', '<img src="https://beacon.invalid/a.gif" style="inline-size:.5pt;block-size:1pt">'],
  ['a picture held to 1×1', '<img src="https://beacon.invalid/a.gif" style="max-height:0 !important">'],
  ['a comment', '<!-- 编辑 -->'],
])('%s is removed', (_name, html) => {
  expect(runStep(removeHidden, `<p>前</p>${html}<p>后</p>`).html).toBe('<p>前</p><p>后</p>');
});

test.each([
  ['a small picture', '<img src="a.png" width="16" height="10">'],
  ['a small part of a line', '<img src="a.png" width="1%">'],
  ['a picture as large as a letter', '<img src="a.png" style="width:1em">'],
  ['a wide line of a picture', '<img src="a.png" style="width:100%;border-width:1px">'],
  ['a word about hiding', '<p title="display:none">display:none</p>'],
  ['a class of that name', '<p class="hidden">文</p>'],
])('%s stays', (_name, html) => {
  expect(runStep(removeHidden, html).html).toBe(html);
});

test('a mark that only the builder sets goes', () => {
  expect(runStep(removeHidden, '<a href="/x" data-b="embed">x</a>').html).toBe('<a href="/x">x</a>');
});

test('the settings can name more', () => {
  const config = 'broadsheet: { remove: ["p.advert", "[data-ad]"] }';
  const html = '<p class="advert big">售</p><div><span data-ad>售</span>文</div>';
  expect(runStep(removeHidden, html, { config }).html).toBe('<div>文</div>');
});
