import { useState } from 'react';
import { urlOf } from '#data/base.ts';
import { toggleSaved } from '#device/keepSaved.ts';
import { useMarks } from '#device/marks.ts';
import { markRead } from '#device/readMarks.ts';
import type { Address, Headline } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
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
  const { saved, read } = useMarks();
  const { copy, outcome } = useCopying();
  const { address, title } = headline;
  const isRead = read.has(address);

  const thenClose = (work: Promise<unknown>) => {
    onClose();
    void work;
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={css.choices}>
        <Button onClick={() => thenClose(toggleSaved(headline))}>{saved.has(address) ? words.drop : words.save}</Button>
        <Button onClick={() => thenClose(markRead([address], !isRead))}>
          {isRead ? words.markUnread : words.markRead}
        </Button>
        <MarkAbove above={above} />
        <SendButton post={headline} />
        <Button onClick={() => void copy(urlOf(address))}>{share.link}</Button>
      </div>
      {outcome}
    </Dialog>
  );
}

type Marked = { readonly count: number; readonly undo: () => Promise<void> };

/** Marks many as read, says how many, and takes that back. */
function MarkAbove({ above }: Pick<RowMenuProps, 'above'>) {
  const { saved: words, failedText, offlineText, postCount } = useMessages();
  const [marked, setMarked] = useState<Marked | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const mark = async () => {
    const addresses = await above().catch(() => null);
    setFailed(addresses === null);
    if (addresses) setMarked({ count: addresses.length, undo: await markRead(addresses) });
  };
  const takeBack = async () => {
    await marked?.undo();
    setMarked(null);
  };
  return (
    <>
      <output>
        {marked && `${words.markAbove}: ${postCount(marked.count)}`}
        {hasFailed && (navigator.onLine ? failedText : offlineText)}
      </output>
      {/* One button, which keeps the focus. */}
      <Button onClick={() => void (marked ? takeBack() : mark())}>{marked ? words.undo : words.markAbove}</Button>
    </>
  );
}
