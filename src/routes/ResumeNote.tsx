import { useEffect } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './ResumeNote.module.css';

/** Says that the text was not opened at its start, and leads there. Goes when it is used, or the reader reads on. */
export function ResumeNote({ onEnd }: { readonly onEnd: () => void }) {
  const messages = useMessages();

  useEffect(() => {
    const from = window.scrollY;
    const look = () => {
      if (Math.abs(window.scrollY - from) > window.innerHeight) onEnd();
    };
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, [onEnd]);

  const startOver = () => {
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    onEnd();
  };
  return (
    <output className={css.note} lang={messages.locale}>
      {messages.resumed} ·{' '}
      <button type="button" onClick={startOver}>
        {messages.fromStart}
      </button>
    </output>
  );
}
