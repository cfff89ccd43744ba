/** The browser's offer to install the site. Not in lib.dom: only Chromium makes offers. */
export type Offer = Event & { readonly prompt: () => Promise<unknown> };

/** The present offer. */
export const kept: { offer: Offer | null } = { offer: null };

/** Keeps the browser's offer for our button. It is made once a page, and soon, so this comes with the first load. */
export function keepOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    kept.offer = event as Offer; // It is one.
  });
}
