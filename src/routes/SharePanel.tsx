import type { Quote } from '#article/quote.ts';
import { urlOf } from '#data/base.ts';
import { citationOf } from '#messages/citation.ts';
import type { Article } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { SendButton } from './SendButton.tsx';
import css from './SharePanel.module.css';
import { useCopying } from './useCopying.tsx';

type Props = {
  readonly article: Article;
  /** What was selected when the panel was opened. */
  readonly quote: Quote | null;
  readonly onClose: () => void;
};

/** Sends an article where the system can, and copies what a reader may want to pass on. */
export function SharePanel({ article, quote, onClose }: Props) {
  const messages = useMessages();
  const { share } = messages;
  const { copy, outcome } = useCopying();
  const { title, source, time } = article;
  const address = urlOf(article.address);
  return (
    <Dialog title={share.title} onClose={onClose}>
      <div className={css.choices}>
        <SendButton post={article} />
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
      {outcome}
    </Dialog>
  );
}
