import type { MakePrerender, Prerender } from '#shared/prerender.ts';
import type { Site } from '#builder/site.ts';

/** The built prerender module, or, in tests, what it would export. */
export type PrerenderSource = URL | MakePrerender;

/** What renders a site's pages. Loads React with it, so it is asked for when there is something to render. */
export async function loadPrerender(source: PrerenderSource, { base, lang }: Site): Promise<Prerender> {
  const make = source instanceof URL ? await importFrom(source) : source;
  return make({ base, lang });
}

async function importFrom(url: URL): Promise<MakePrerender> {
  const module = (await import(/* @vite-ignore */ url.href)) as { readonly makePrerender: MakePrerender }; // Our own build.
  return module.makePrerender;
}
