import { useState } from 'react';
import { urlOf } from '#data/base.ts';
import { toggleSaved } from '#device/keepSaved.ts';
import { useMarks } from '#device/marks.ts';
import type { Address, Headline } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { markRows } from './marked.ts';
import { SendButton } from './SendButton.tsx';
import css from './SharePanel.module.css';
import { useCopying } from './useCopying.tsx';

/** What a menu is for. */
export type RowMenuProps = {
  readonly headline: Headline;
  /** The addresses of this row and all above it. Rejects when one does not come. */
  readonly above: () => Promise<readonly Address[]>;
  readonly onClose: () => void;
};

/** What can be done with a row: save or drop it, mark it as read or unread, or all down to it as read, pass it on. */
export function RowMenu({ headline, above, onClose }: RowMenuProps) {
  const { saved: words, share } = useMessages();
  const { saved, isRead } = useMarks();
  const { copy, outcome } = useCopying();
  const { address, title } = headline;
  const wasRead = isRead?.(headline) ?? false;

  const thenClose = (work: Promise<unknown>) => {
    onClose();
    void work;
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={css.choices}>
        <Button onClick={() => thenClose(toggleSaved(headline))}>{saved.has(address) ? words.drop : words.save}</Button>
        <Button onClick={() => thenClose(markRows([address], !wasRead))}>
          {wasRead ? words.markUnread : words.markRead}
        </Button>
        <MarkAbove above={above} onMarked={onClose} />
        <SendButton post={headline} />
        <Button onClick={() => void copy(urlOf(address))}>{share.link}</Button>
      </div>
      {outcome}
    </Dialog>
  );
}

type MarkAboveProps = Pick<RowMenuProps, 'above'> & { readonly onMarked: () => void };

/** Marks many as read. */
function MarkAbove({ above, onMarked }: MarkAboveProps) {
  const { saved: words, failedText, offlineText } = useMessages();
  const [hasFailed, setFailed] = useState(false);
  const mark = async () => {
    const addresses = await above().catch(() => null);
    setFailed(addresses === null);
    if (addresses === null) return;
    onMarked();
    await markRows(addresses, true);
  };
  return (
    <>
      <output>{hasFailed && (navigator.onLine ? failedText : offlineText)}</output>
      <Button onClick={() => void mark()}>{words.markAbove}</Button>
    </>
  );
}
