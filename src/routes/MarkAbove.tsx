import { useState } from 'react';
import { presentMarks } from '#device/marks.ts';
import type { Headline } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { markRows } from './marked.ts';

type Props = {
  readonly name: string;
  /** What is to be marked. Rejects when one does not come. */
  readonly above: () => Promise<readonly Headline[]>;
  readonly onMarked: () => void;
};

/** Marks rows of a list as read, once all of them have come. Those that count as read already stay as they are. */
export function MarkAbove({ name, above, onMarked }: Props) {
  const { failedText, offlineText } = useMessages();
  const [hasFailed, setFailed] = useState(false);
  const mark = async () => {
    const headlines = await above().catch(() => null);
    setFailed(headlines === null);
    if (headlines === null) return;
    onMarked();
    const { isRead } = presentMarks();
    const unread = headlines.filter((headline) => !isRead?.(headline));
    const addresses = unread.map(({ address }) => address);
    if (addresses.length > 0) await markRows(addresses, true);
  };
  return (
    <>
      <output>{hasFailed && (navigator.onLine ? failedText : offlineText)}</output>
      <Button onClick={() => void mark()}>{name}</Button>
    </>
  );
}
