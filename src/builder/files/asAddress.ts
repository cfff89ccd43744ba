import type { Address } from '#shared/post.ts';

/** A permalink as browsers send it: a path, percent-encoded. Whatever it holds, it never leads to another host. */
export function asAddress(url: string): Address {
  if (PLAIN.test(url)) return url;
  const escaped = url
    .replace(/[\u0000-\u001f]/g, '')
    .replaceAll('\\', '%5C')
    .replaceAll('?', '%3F')
    .replaceAll('#', '%23')
    .replace(/\p{Surrogate}/gu, '');
  return new URL(`/${escaped}`.replace(/\/{2,}/g, '/'), 'http://x.invalid').pathname;
}

// Segments of characters that no URL encodes, none of which is empty or begins with a dot, encoded or not. To rewrite
// and parse such an address costs many times this look.
const PLAIN = /^\/(?:(?!\.|%2e)[\w~!$&()*+,;=:@%.-]+(?:\/|$))*$/i;
