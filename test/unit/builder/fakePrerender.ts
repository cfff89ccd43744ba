import type { MakePrerender } from '#shared/prerender.ts';

/** Renders a screen as what it was made of, so that pages differ exactly when their data do. */
export const fakePrerender: MakePrerender = async (site) => ({
  render: (address, { article, ...data }) => {
    const text = JSON.stringify([site, address, data, { ...article, html: '' }]);
    return `<main><p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>${article?.html ?? ''}</main>`;
  },
});
