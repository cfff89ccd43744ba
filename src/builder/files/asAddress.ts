import type { Address } from '#shared/post.ts';

/** A permalink as browsers send it: a path, percent-encoded. Whatever it holds, it never leads to another host. */
export function asAddress(url: string): Address {
  const escaped = url
    .replace(/[\u0000-\u001f]/g, '')
    .replaceAll('\\', '%5C')
    .replaceAll('?', '%3F')
    .replaceAll('#', '%23')
    .replace(/\p{Surrogate}/gu, '');
  return new URL(`/${escaped}`.replace(/\/{2,}/g, '/'), 'http://x.invalid').pathname;
}
