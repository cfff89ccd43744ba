import { expect, test } from 'vitest';
import { readArticle } from '#builder/article/article.ts';
import { serialize } from '#builder/article/serialize.ts';
import { traceSteps } from '#builder/article/traceSteps.ts';
import { parseTree } from '#builder/article/tree.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

const CONFIG = `broadsheet:
  nav: '^返回'
  remove: [.unseen]
  source: { select: p.from, text: '来源：(.+)$' }`;

function draftOf(html: string, config = CONFIG) {
  const site = siteOf(config);
  const { post, text } = postOf('_posts/2024-05-30-tide.md', postText({ title: 'x' }), site);
  const parsed = parseTree(html);
  if (!parsed.ok) throw new Error(parsed.why);
  return { start: { body: parsed.body, post, fields: text.fields }, site };
}

function stepsOf(html: string, config?: string) {
  const { start, site } = draftOf(html, config);
  return traceSteps(start, site).steps;
}

const HTML =
  '<p>潮水上午到。</p><p class="unseen">暗语</p><p class="from">来源：港报</p><p><a href="/">返回首页</a></p>';

test('a step that hits says what it took, and what the text lost and gained', () => {
  const steps = stepsOf(HTML);
  expect(steps['removeHidden']).toEqual({ lost: ['<p class="unseen">', '暗语'] });
  expect(steps['cutTail']).toEqual({ lost: ['<p>', '<a href="/">', '返回首页'] });
  expect(steps['takeSource']).toMatchObject({ took: { source: '港报' }, lost: ['<p class="from">', '来源：港报'] });
  expect(steps['takeText']).toMatchObject({ took: { text: '潮水上午到。' } });
});

test('a step whose rule does not hit is not named', () => {
  const steps = stepsOf(HTML, '');
  for (const name of ['removeHidden', 'cutTail', 'takeSource']) expect(steps).not.toHaveProperty(name);
});

test('a changed attribute shows as the tag before and after', () => {
  expect(stepsOf('<p>a</p><p><a href="b">c</a></p>')['resolveLinks']).toEqual({
    lost: ['<a href="b">'],
    gained: ['<a href="/2024/05/30/b">'],
  });
});

test('however much a step changes, its line is short', () => {
  const many = Array.from({ length: 500 }, (_none, index) => `<p class="unseen">${index}${'潮'.repeat(500)}</p>`);
  const lost = stepsOf(`<p>a</p>${many.join('')}`)['removeHidden']?.lost ?? [];
  expect(lost).toHaveLength(13);
  expect(lost.at(-1)).toBe('… and 988 more');
  expect(lost.every((piece) => piece.length <= 120)).toBe(true);
});

test('looking on changes nothing', () => {
  const [seen, unseen] = [draftOf(HTML), draftOf(HTML)];
  const { body } = traceSteps(seen.start, seen.site).draft;
  expect(serialize(body.children, seen.site)).toBe(
    serialize(readArticle(unseen.start, unseen.site).body.children, unseen.site),
  );
});
