import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LiquidScope, resolveLiquid } from '#builder/post/liquid.ts';
import { parseYaml } from '#builder/post/yaml.ts';

const fieldsOf = (text: string) => {
  const parsed = parseYaml(text);
  return parsed.ok ? parsed.fields : new Map();
};
const SCOPE: LiquidScope = {
  site: fieldsOf('title: 潮信\nauthor: { name: 林岸 }\nlist: [a]'),
  page: fieldsOf('title: 夜航 & 潮\ndraft: false\nempty:'),
  baseurl: '/news',
  url: 'https://news.example',
  addressOf: (name) => (name === '2024-05-31-tide' ? '/2024/05/31/tide/' : undefined),
};

describe('what resolves', () => {
  test.each([
    ['a value of the site', '{{ site.title }}', '潮信'],
    ['a value in depth', '{{site.author.name}}', '林岸'],
    ['a value of the page', '{{- page.title -}}', '夜航 & 潮'],
    ['a value that is empty', '{{ page.empty }}', ''],
    ['the base', '{{ site.baseurl }}/a.png', '/news/a.png'],
    ['the host', '{{ site.url }}{{ site.baseurl }}', 'https://news.example/news'],
    ['a text', '{{ "{a}" }}', '{a}'],
    ['a path under the base', '{{ "/a.png" | relative_url }}', '/news/a.png'],
    ['a path with its host', "{{ 'a.png' | absolute_url }}", 'https://news.example/news/a.png'],
    ['an address that is whole', '{{ "//x.example/a" | relative_url }}', '//x.example/a'],
    ['filters in a row', '{{ "a" | append: "b" | prepend: site.title | upcase }}', '潮信AB'],
    ['a bar inside quotes', '{{ "a|b" | append: "|" }}', 'a|b|'],
    ['escaped marks', '{{ page.title | escape }}', '夜航 &#38; 潮'],
    ['an assigned value', '{% assign x = "a" %}{{ x }}', 'a'],
    ['a captured text', '{% capture x %}a{{ site.title }}{% endcapture %}[{{ x }}]', '[a潮信]'],
    ['a comment', 'a{% comment %}b{% comment %}c{% endcomment %}{% endcomment %}d', 'ad'],
    ['raw text', '{% raw %}{{ a }}{% if %}{% endraw %}', '{{ a }}{% if %}'],
    ['the address of a post', '[x]({% post_url 2024-05-31-tide %})', '[x](/news/2024/05/31/tide/)'],
    ['a true condition', '{% if page.title %}a{% else %}b{% endif %}', 'a'],
    ['a false condition', '{% if page.draft %}a{% elsif x %}b{% else %}c{% endif %}', 'c'],
    ['its opposite', '{% unless page.draft %}a{% endunless %}', 'a'],
    ['conditions in one another', '{% if page.draft %}a{% if site.title %}b{% endif %}{% endif %}c', 'c'],
    ['code', '{% highlight ruby linenos %}\na {{ b }}\n{% endhighlight %}', '\n~~~ruby\na {{ b }}\n~~~\n'],
    ['code with fences in it', '{% highlight %}\n~~~\n{% endhighlight %}', '\n~~~~\n~~~\n~~~~\n'],
    ['single braces', 'a { b } c %} d', 'a { b } c %} d'],
  ])('%s', (_name, source, text) => {
    expect(resolveLiquid(source, SCOPE)).toEqual({ text, leftOut: [] });
  });
});

describe('what does not is left out and named', () => {
  test.each([
    ['an unknown value', 'a{{ page.nope }}b', 'ab', ['{{ page.nope }}']],
    ['a list', '{{ site.list }}', '', ['{{ site.list }}']],
    ['an unknown filter', '{{ "a" | money }}', '', ['{{ "a" | money }}']],
    ['a loop', 'a{% for x in site.list %}{{ x }}{% endfor %}b', 'ab', ['{% for x in site.list %}']],
    ['a loop in a loop', '{% for x in y %}{% for z in x %}{% endfor %}c{% endfor %}d', 'd', ['{% for x in y %}']],
    ['an include', 'a{% include chart.html id="1" %}b', 'ab', ['{% include chart.html id="1" %}']],
    ['an unknown post', '{% post_url 2024-01-01-nope %}', '', ['{% post_url 2024-01-01-nope %}']],
    ['a condition that compares', '{% if a == b %}c{% else %}d{% endif %}', 'c', ['{% if a == b %}']],
    [
      'a name that every object has',
      '{% constructor %}{{ "a" | toString }}',
      '',
      ['{% constructor %}', '{{ "a" | toString }}'],
    ],
  ])('%s', (_name, source, text, leftOut) => {
    expect(resolveLiquid(source, SCOPE)).toEqual({ text, leftOut });
  });

  test('at most five are named', () => {
    const source = Array.from({ length: 9 }, (_tag, index) => `{% t${index} %}`).join('');
    expect(resolveLiquid(source, SCOPE).leftOut).toHaveLength(5);
  });
});

test('a block without its end takes the rest of the text, and nothing else', () => {
  expect(resolveLiquid('a{% comment %}b', SCOPE).text).toBe('a');
  expect(resolveLiquid('a{% if page.title %}b', SCOPE).text).toBe('ab');
  expect(resolveLiquid('a{% raw %}b{{ c }}', SCOPE).text).toBe('ab{{ c }}');
});

test('any text ends, and has none of the mark-up that was written', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    ' if x ',
    ' endif ',
    ' for ',
    ' endfor ',
    ' else ',
    '-',
    '"',
    '|',
    'a',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(resolveLiquid(pieces.join(''), SCOPE).text).not.toMatch(/\{\{[^{}]*\}\}|\{%[^{}%]*%\}/);
    }),
  );
});
