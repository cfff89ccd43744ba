import type { ReactNode } from 'react';

/** The one `h1` of a screen. It can take the focus, so that a screen reader begins there after navigation. */
export function ScreenTitle({ children, lang }: { readonly children: ReactNode; readonly lang?: string | undefined }) {
  return (
    <h1 tabIndex={-1} lang={lang} dir="auto">
      {children}
    </h1>
  );
}
