import { useLayoutEffect, useRef } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import './article.css';
import { replaceBrokenPictures } from './brokenPictures.ts';
import { framePictures } from './framePictures.ts';
import { sanitize } from './sanitize.ts';

type Props = {
  readonly html: string;
  /** Called for a plain click on a link to this site, instead of loading the page anew. */
  readonly onOpen: (link: HTMLAnchorElement) => void;
};

/** An article's text. The HTML is sanitized once and attached as nodes; nothing reads it again. */
export function ArticleBody({ html, onOpen }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const words = useMessages();

  useLayoutEffect(() => {
    const root = body.current;
    if (!root) return;
    root.replaceChildren(framePictures(sanitize(html), words.picture));
    return replaceBrokenPictures(root, words);
  }, [html, words]);

  const follow = (event: React.MouseEvent) => {
    const link = ownLink(event);
    if (!link) return;
    event.preventDefault();
    onOpen(link);
  };
  // The clicks are those of the links inside, which the keyboard reaches as links.
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
  return <div ref={body} className="article-body" onClick={follow} />;
}

/** The link that a plain click follows within this site, or null when the browser should do what it does. */
function ownLink(event: React.MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.hasAttribute('href') || link.origin !== location.origin) return null;
  const isFile = /\.(?!html?$)[a-z0-9]+$/i.test(link.pathname);
  return isFile || link.getAttribute('href')?.startsWith('#') ? null : link;
}
