import { useEffect, useRef } from 'react';
import { takeBackDropped } from '#device/keepSaved.ts';
import { useSaved } from '#device/savedPosts.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { Button } from '#ui/Button.tsx';
import css from './SavedPage.module.css';

/** Says what was dropped last, and takes it back. It has the focus where what had it went with the row. */
export function DroppedNote() {
  const { saved: words } = useMessages();
  const [last] = useSaved().dropped;
  const note = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    if (last && document.activeElement === document.body) note.current?.querySelector('button')?.focus();
  }, [last]);
  return (
    <output ref={note} className={css.dropped}>
      {last && (
        <>
          <span>{words.dropped(last.headline.title)}</span>
          <Button onClick={() => void takeBackDropped()}>{words.undo}</Button>
        </>
      )}
    </output>
  );
}
