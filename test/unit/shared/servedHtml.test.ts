import { expect, test } from 'vitest';
import { picturesIn, textIn } from '#shared/servedHtml.ts';

test('pictures are found as the serializer writes them, each once', () => {
  const html =
    '<figure><img src="https://a.example/1.jpg?w=1&amp;h=2" width="3" alt="a &gt; b" loading="lazy"></figure>' +
    '<p>5 &lt;img src="no.jpg"&gt; <img alt="&quot; src=" src="/pictures/2.svg"><img src="/pictures/2.svg"></p>';
  expect(picturesIn(html)).toEqual(['https://a.example/1.jpg?w=1&h=2', '/pictures/2.svg']);
  expect(picturesIn('<p>x</p>')).toEqual([]);
});

test('words are read through tags within them, and parted by all others', () => {
  expect(textIn('<p>海<b>湾</b><a href="/x">日报</a></p><p>AT&amp;T&nbsp;&lt;3</p>').trim()).toBe(
    '海湾日报  AT&T\u00a0<3',
  );
});
