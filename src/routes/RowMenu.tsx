import { urlOf } from '#data/base.ts';
import { toggleSaved } from '#device/keepSaved.ts';
import { useMarks } from '#device/marks.ts';
import type { Headline } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { MarkAbove } from './MarkAbove.tsx';
import { markRows } from './marked.ts';
import { SendButton } from './SendButton.tsx';
import css from './SharePanel.module.css';
import { useCopying } from './useCopying.tsx';

/** What a menu is for. */
export type RowMenuProps = {
  readonly headline: Headline;
  /** This row and all above it. Rejects when one does not come. */
  readonly above: () => Promise<readonly Headline[]>;
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
        <MarkAbove name={words.markAbove} above={above} onMarked={onClose} />
        <SendButton post={headline} />
        <Button onClick={() => void copy(urlOf(address))}>{share.link}</Button>
      </div>
      {outcome}
    </Dialog>
  );
}
