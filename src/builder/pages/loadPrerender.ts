import type { Address } from '#shared/post.ts';
import type { MakePrerender, PageData, Prerender } from '#shared/prerender.ts';
import type { Site } from '#builder/site.ts';

/** The built prerender module, or, in tests, what it would export. */
export type PrerenderSource = URL | MakePrerender;

/** A screen's HTML, or why the app does not show it. */
export type Rendered = { readonly ok: true; readonly html: string } | { readonly ok: false; readonly why: string };

/**
 * Renders screens of a site. Loads React with the first, so it is asked when there is something to render; rejects when
 * there is nothing that renders.
 */
export function screenRenderer(source: PrerenderSource | string | undefined, site: Site) {
  let loaded: Promise<Prerender> | null = null;
  return async (address: Address, data: PageData): Promise<Rendered> => {
    if (source === undefined) throw new Error('A publish without pages renders none.');
    const { render } = await (loaded ??= loadPrerender(source, site));
    try {
      return { ok: true, html: render(address, data) };
    } catch (cause) {
      return { ok: false, why: String(cause) };
    }
  };
}

async function loadPrerender(source: PrerenderSource | string, { base, lang }: Site): Promise<Prerender> {
  const make = typeof source === 'function' ? source : await importFrom(String(source));
  return make({ base, lang });
}

async function importFrom(url: string): Promise<MakePrerender> {
  const module = (await import(/* @vite-ignore */ url)) as { readonly makePrerender: MakePrerender }; // Our own build.
  return module.makePrerender;
}
