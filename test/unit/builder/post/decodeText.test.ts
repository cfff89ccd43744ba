import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '#builder/post/decodeText.ts';

test.each([
  ['UTF-8', Buffer.from('潮信'), '潮信', 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFF潮信'), '潮信', 'utf-8'],
  ['a second mark inside', Buffer.from('\uFEFF潮\uFEFF信'), '潮\uFEFF信', 'utf-8'],
  ['GBK', Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x3a, 0x20, 0x61]), '中文: a', 'gb18030'],
  ['GB 18030 of four bytes', Buffer.from([0xd6, 0xd0, 0x81, 0x39, 0xee, 0x39]), '中㐀', 'gb18030'],
  ['Windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'café', 'windows-1252'],
  ['no bytes', Buffer.alloc(0), '', 'utf-8'],
])('%s is read as what it is', (_name, bytes, text, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding });
});

test('every text is read as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decodeText(Buffer.from(text))).toEqual({ text: text.replace(/^\uFEFF/, ''), encoding: 'utf-8' });
    }),
  );
});
