import { useSyncExternalStore } from 'react';
import { urlOf } from '#data/base.ts';
import type { Headline } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';

type Props = { readonly post: Pick<Headline, 'address' | 'title'> };

/** Opens the system's own choice of where to send an article. Nothing where the system has none. */
export function SendButton({ post }: Props) {
  const { share } = useMessages();
  const canSend = useSyncExternalStore(watchNothing, deviceSends, () => false);
  // Who leaves the system's sheet has not failed, and who cannot send finds the copying beside it.
  const send = () => void navigator.share({ title: post.title, url: urlOf(post.address) }).catch(() => undefined);
  return canSend ? <Button onClick={send}>{share.send}</Button> : null;
}

function deviceSends(): boolean {
  return 'share' in navigator;
}

// What a device can do does not change.
function watchNothing(): () => void {
  return () => {};
}
