import type { Redirect } from '#builder/ledger/RedirectNotes.ts';

/** An old address of this site in all forms, and where they lead; all are paths on the host, percent-encoded. */
export type RedirectForms = { readonly from: readonly string[]; readonly to: string };

const ENDINGS = ['', '/', '.html'] as const;

/**
 * Redirects in the forms in which a browser may ask for them. Old addresses with characters that some host's file gives
 * a meaning to, or that no browser sends as they are, are left out: they come from posts, and the reader leads on from
 * them. So are those that share a form with one before: nginx does not start with a location that stands there twice.
 */
export function redirectForms(redirects: readonly Redirect[], base: string): readonly RedirectForms[] {
  const taken = new Set<string>();
  return redirects.flatMap(([from, to]) => {
    const path = base + encoded(from).slice(1);
    const forms = ENDINGS.map((ending) => path + ending);
    if (!PLAIN.test(from) || forms.some((form) => taken.has(form))) return [];
    for (const form of forms) taken.add(form);
    return { from: forms, to: base + encoded(to).slice(1).replaceAll('+', '%2B') };
  });
}

const PLAIN = /^\/[\p{L}\p{M}\p{N}/._~!&'()+,=@ -]+$/u;

// Whatever no host's language gives a meaning to, and the percent signs of what is encoded already.
const UNSAFE = /[^\w/.~!&+,=@%-]/gu;

function encoded(path: string): string {
  return path.replace(UNSAFE, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
