import type { Host } from './Host.ts';

// Without it GitHub runs Jekyll over a branch, which takes away names that begin with an underscore.
const NO_JEKYLL = '.nojekyll';

/** GitHub Pages, which sends headers of its own choice and knows no redirects. */
export const github: Host = {
  paths: [NO_JEKYLL],
  maxRedirects: 0,
  filesFor: () => ({ files: [{ path: NO_JEKYLL, text: '' }], redirects: 0 }),
};
