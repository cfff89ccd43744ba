import type { Address } from '#shared/post.ts';

/** The path under which the site is published, `/` or `/x/`: written into the page by the publish. */
export let base: string = typeof document === 'undefined' ? '/' : readBase();

/** Says where a site lies for which pages are written, where there is no page to read it from. */
export function setBase(path: string): void {
  base = path;
}

/** Whether a path of this host belongs to the site. */
export function isInBase(pathname: string): boolean {
  return `${pathname}/`.startsWith(base);
}

/** A path of this host as an address: without the base. A path outside the base stays as it is. */
export function inBase(pathname: string): Address {
  return isInBase(pathname) ? `/${pathname.slice(base.length)}` : pathname;
}

/** The whole URL of an address, as one passes it on. */
export function urlOf(address: Address): string {
  return `${location.origin}${base}${address.slice(1)}`;
}

function readBase(): string {
  const written = document.querySelector<HTMLMetaElement>('meta[name="broadsheet-base"]')?.content ?? '/';
  return written.endsWith('/') ? written : `${written}/`;
}
