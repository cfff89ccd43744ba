import { type MouseEvent, useState } from 'react';
import { type Quote, selectedQuote } from '#article/quote.ts';
import { urlOf } from '#data/base.ts';
import type { Article } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './ArticleTools.module.css';
import { SettingsButton } from './SettingsButton.tsx';
import { SharePanel } from './SharePanel.tsx';
import { useSelected } from './useSelected.ts';

/** What a reader can do with an article: send it, copy from it, set its text. A selection brings the copying to hand. */
export function ArticleTools({ article }: { readonly article: Article }) {
  const { locale, share } = useMessages();
  const isSelected = useSelected();
  const [opened, setOpened] = useState<{ readonly quote: Quote | null } | null>(null);
  const open = () => setOpened({ quote: selectedQuote() });
  const send = () => void navigator.share({ title: article.title, url: urlOf(article.address) }).catch(openUnlessLeft);
  const openUnlessLeft = (error: unknown) => {
    // Who leaves the system's sheet has not failed to share.
    if (!(error instanceof DOMException && error.name === 'AbortError')) open();
  };
  return (
    <div className={css.tools} lang={locale}>
      {'share' in navigator && <Button onClick={send}>{share.send}</Button>}
      <Button onMouseDown={keepSelection} onClick={open} aria-haspopup="dialog">
        {share.title}
      </Button>
      <SettingsButton />
      {isSelected && (
        <div className={css.near}>
          <Button onMouseDown={keepSelection} onClick={open} aria-haspopup="dialog">
            {share.quote}
          </Button>
        </div>
      )}
      {opened && <SharePanel article={article} quote={opened.quote} onClose={() => setOpened(null)} />}
    </div>
  );
}

function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}
