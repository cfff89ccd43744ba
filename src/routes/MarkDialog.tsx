import { ownWords } from '#messages/ownWords.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { MarkAbove } from './MarkAbove.tsx';
import type { ListMarks } from './useListMarks.ts';

type Props = {
  readonly marks: ListMarks;
  /** How many headlines the list has. */
  readonly count: number;
  readonly onClose: () => void;
};

/** What of a list is to be marked as read: the rows above those in sight, or all there are. */
export function MarkDialog({ marks, count, onClose }: Props) {
  const own = ownWords(useMessages());
  const above = marks.countAbove();
  const markAll = () => {
    onClose();
    marks.markAll();
  };
  return (
    <Dialog title={own.mark} onClose={onClose}>
      {above > 0 && <MarkAbove name={own.markAbove(above)} above={marks.loadAbove} onMarked={onClose} />}
      <Button onClick={markAll}>{own.markAll(count)}</Button>
    </Dialog>
  );
}
