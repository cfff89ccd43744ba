import { useState, useSyncExternalStore } from 'react';
import type { Quote } from '#article/quote.ts';
import { urlOf } from '#data/base.ts';
import { citationOf } from '#messages/citation.ts';
import type { Article } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './SharePanel.module.css';

type Props = {
  readonly article: Article;
  /** What was selected when the panel was opened. */
  readonly quote: Quote | null;
  readonly onClose: () => void;
};

/** Sends an article where the system can, and copies what a reader may want to pass on. Where the browser refuses, the text is there to be copied by hand. */
export function SharePanel({ article, quote, onClose }: Props) {
  const messages = useMessages();
  const { share } = messages;
  const canSend = useSyncExternalStore(watchNothing, deviceSends, () => false);
  const [isCopied, setCopied] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { title, source, time } = article;
  const address = urlOf(article.address);

  const copy = async (text: string) => {
    setCopied(false);
    setRefused(null);
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setRefused(text); // Not allowed, or no clipboard at all, as on plain http.
    }
  };

  const send = () =>
    // Who leaves the system's sheet has not failed, and who cannot send finds the copying below.
    void navigator.share({ title, url: address }).catch(() => undefined);

  return (
    <Dialog title={share.title} onClose={onClose}>
      <div className={css.choices}>
        {canSend && <Button onClick={send}>{share.send}</Button>}
        {quote && (
          <Button onClick={() => void copy(`${quote.text}\n${title}\n${address}${quote.fragment}`)}>
            {share.quote}
          </Button>
        )}
        <Button onClick={() => void copy(address)}>{share.link}</Button>
        <Button onClick={() => void copy(`${title}\n${address}`)}>{share.titleAndLink}</Button>
        <Button onClick={() => void copy(citationOf({ title, source, time, address }, messages))}>
          {share.citation}
        </Button>
      </div>
      <output>{isCopied && share.copied}</output>
      {refused !== null && (
        <label className={css.refused}>
          {share.refused}
          <textarea readOnly rows={4} value={refused} ref={selectText} />
        </label>
      )}
    </Dialog>
  );
}

function deviceSends(): boolean {
  return 'share' in navigator;
}

// What a device can do does not change.
function watchNothing(): () => void {
  return () => {};
}

function selectText(box: HTMLTextAreaElement | null): void {
  box?.focus();
  box?.select();
}
