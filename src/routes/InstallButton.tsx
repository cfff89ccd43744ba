import type { MouseEvent } from 'react';
import { install, useCanInstall } from '#device/installOffer.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { passFocus } from './passFocus.ts';

/** Installs the site as an app. It is there only while the browser offers that. */
export function InstallButton() {
  const { locale, install: words } = useMessages();
  const canInstall = useCanInstall();
  return (
    canInstall && (
      <Button lang={locale} onClick={ask}>
        {words.offer}
      </Button>
    )
  );
}

function ask({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
  passFocus(currentTarget);
  void install();
}
