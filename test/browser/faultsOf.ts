// What a hostile post must not bring about on its screen, whatever it is made of. Every rule is looked at for every
// post; an empty list of faults is what we want.
import type { Page } from '@playwright/test';

/** What stands where it should not on the article screen that is open, a line each. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const check = (isRight: boolean, fault: string) => void (isRight || faults.push(fault));
    const text = document.querySelector('.article-body');
    const all = [...document.querySelectorAll('main *')];
    const inText = [...(text?.querySelectorAll('*') ?? [])];

    const EMBEDS = 'iframe, object, embed, video, audio, svg, canvas, style, script, link, meta, base, template';
    const FORMS = 'form, input, select, textarea, [formaction], [popover], [popovertarget]';
    check(
      text?.querySelector(`${EMBEDS}, ${FORMS}, dialog, h1, main, article, nav`) === null,
      'an element in the text',
    );
    check(document.querySelectorAll('main').length === 1, 'more than one main');
    check(document.querySelectorAll('article').length === 1, 'more than one article');
    check(document.querySelectorAll('h1').length === 1, 'more than one h1');

    const GONE =
      /^(?:on.*|srcset|ping|download|poster|background|autofocus|popover|srcdoc|attributionsrc|data-br-src)$/i;
    const SPOKEN = '[role="alert"], [role="status"], [role="dialog"], [role="banner"], [aria-live], [aria-modal]';
    for (const { attributes } of inText)
      for (const { name } of attributes) check(!GONE.test(name), `attribute ${name}`);
    check(text?.querySelector(SPOKEN) === null, 'a role that speaks up');
    for (const element of all)
      for (const name of ['href', 'src', 'action', 'cite', 'xlink:href']) {
        const scheme = /^[\s\u0000-\u0020]*([a-z][\w+.-]*):/i
          .exec(element.getAttribute(name) ?? '')?.[1]
          ?.toLowerCase();
        const isPicture = /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i.test(element.getAttribute('src') ?? '');
        check(/^(?:|https?|mailto|tel)$/.test(scheme ?? '') || isPicture, `${name} with ${scheme}:`);
      }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      if (link.origin === location.origin || !/^https?:$/.test(link.protocol)) continue;
      check(link.relList.contains('noopener') && link.relList.contains('noreferrer'), 'a link without rel');
      check(['', '_blank'].includes(link.target), `a link to ${link.target}`);
    }

    for (const element of inText) {
      const { position, marginTop, backgroundImage, zIndex } = getComputedStyle(element);
      check(!['fixed', 'sticky'].includes(position), `position ${position}`);
      check(zIndex === 'auto' && Number.parseFloat(marginTop) >= 0, 'an element that rises');
      check(backgroundImage === 'none', `background ${backgroundImage}`);
    }
    for (const control of document.querySelectorAll<HTMLElement>('header a, header button, nav a')) {
      control.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = control.getBoundingClientRect();
      if (width === 0 || left < 0 || left + width > innerWidth) continue; // Folded away, or further along a scroller.
      const met = document.elementFromPoint(left + width / 2, top + height / 2);
      check(met !== null && (control.contains(met) || met.contains(control)), `"${control.textContent}" is covered`);
    }

    check(typeof document.cookie === 'string' && typeof document.querySelector === 'function', 'a document clobbered');
    check(document.getElementById('root')?.querySelector('main') !== null, '#root is not ours');
    check(!('isAdmin' in {}), 'the prototype of all objects is changed');
    for (const { id } of inText) check(id === '' || id.startsWith('a-'), `id ${id}`);
    check(!/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(document.title), 'a dirty title');
    return faults;
  });
}

/** Points at everything in the text, focuses and clicks it, and scrolls to its end. Links do not get to lead away. */
export async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener(
      'click',
      (event) => {
        if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
      },
      { capture: true },
    );
    const elements = [...document.querySelectorAll<HTMLElement>('.article-body *')].slice(0, 500);
    for (const element of elements) {
      for (const kind of ['pointerover', 'mouseover', 'mouseenter', 'animationend', 'toggle', 'error', 'load'])
        if (!(element instanceof HTMLImageElement)) element.dispatchEvent(new Event(kind, { bubbles: true }));
      element.focus();
      if (element.closest('a')) element.click();
    }
    scrollTo(0, document.documentElement.scrollHeight);
  });
}

/** The foreign addresses of pictures that stand visibly on the screen, larger than 1×1. */
export async function shownPictures(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>('main img')];
    const shown = pictures.filter((picture) => {
      const { width, height } = picture.getBoundingClientRect();
      return width > 1 && height > 1 && picture.checkVisibility();
    });
    return shown.map(({ src }) => src);
  });
}
