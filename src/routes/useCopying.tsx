import { type ReactNode, useState } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './SharePanel.module.css';

type Copying = {
  readonly copy: (text: string) => Promise<void>;
  /** What came of it. */
  readonly outcome: ReactNode;
};

/** Copies texts. Where the browser refuses, the text is there to be copied by hand. */
export function useCopying(): Copying {
  const { share } = useMessages();
  const [isCopied, setCopied] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

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

  const outcome = (
    <>
      <output>{isCopied && share.copied}</output>
      {refused !== null && (
        <label className={css.refused}>
          {share.refused}
          <textarea readOnly rows={4} value={refused} ref={selectText} />
        </label>
      )}
    </>
  );
  return { copy, outcome };
}

function selectText(box: HTMLTextAreaElement | null): void {
  box?.focus();
  box?.select();
}
