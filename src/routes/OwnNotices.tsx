import { useEffect, useState } from 'react';
import { useStorageState } from '#device/storageState.ts';
import { type OwnWords, ownWords } from '#messages/ownWords.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { type Marked, offerUndo, useMarked } from './marked.ts';
import css from './OwnNotices.module.css';
import { isUndoKey } from './undoKey.ts';

/** What is said at the foot of lists of the reader's own: that it will not be kept, and what was marked, with a way back until another screen comes. */
export function OwnNotices() {
  const messages = useMessages();
  const words = ownWords(messages);
  const marked = useMarked();
  const { isShown, dismiss } = useStorageNotice();

  useEffect(() => () => offerUndo(null), []);
  useUndoKey(marked);

  // The element is there before its words: only what changes in it is read out.
  return (
    <div className={css.notices} lang={messages.locale}>
      <output>
        {isShown && (
          <p>
            <span>{words.keepsNothing}</span>
            <button type="button" onClick={dismiss}>
              {messages.close}
            </button>
          </p>
        )}
      </output>
      <output>
        {marked && (
          <p>
            <span>{wordsOf(marked, words)}</span>
            <button type="button" onClick={() => takeBack(marked)}>
              {words.undo}
            </button>
          </p>
        )}
      </output>
    </div>
  );
}

function wordsOf({ as, count }: Marked, own: OwnWords): string {
  if (as === 'all') return own.markedAll;
  return as === 'read' ? own.markedRead(count) : own.markedUnread;
}

function useUndoKey(marked: Marked | null): void {
  useEffect(() => {
    if (marked === null) return undefined;
    const press = (event: KeyboardEvent) => {
      if (!isUndoKey(event)) return;
      event.preventDefault();
      takeBack(marked);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [marked]);
}

function takeBack({ undo }: Marked): void {
  // The button goes, and would take the focus with it.
  if (document.activeElement?.closest('output'))
    document.querySelector<HTMLElement>('[role="feed"]')?.focus({ preventScroll: true });
  offerUndo(null);
  void undo();
}

const STORE = 'broadsheet:keeps-nothing';

/** Whether it is to be said that nothing is kept. Who has read it in this tab is not told again, as far as that can be known. */
function useStorageNotice() {
  const isInMemory = useStorageState() === 'memory';
  const [isDismissed, setDismissed] = useState(wasDismissed);
  const dismiss = () => {
    setDismissed(true);
    isDismissedHere = true;
    try {
      sessionStorage.setItem(STORE, 'read');
    } catch {
      // Refused, too: it is known until the page is left.
    }
  };
  return { isShown: isInMemory && !isDismissed, dismiss };
}

let isDismissedHere = false;

function wasDismissed(): boolean {
  try {
    return isDismissedHere || sessionStorage.getItem(STORE) !== null;
  } catch {
    return isDismissedHere;
  }
}
