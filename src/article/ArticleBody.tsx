import { useLayoutEffect, useRef } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import './article.css';
import { replaceBrokenPictures } from './brokenPictures.ts';
import { framePictures } from './framePictures.ts';
import { isPlainClick } from './plainClick.ts';
import { sanitize } from './sanitize.ts';
import { type HoldBack, usePictureViewer } from './usePictureViewer.tsx';

type Props = {
  readonly html: string;
  /** Called for a plain click on a link to this site, instead of loading the page anew. */
  readonly onOpen: (link: HTMLAnchorElement) => void;
  readonly holdBack: HoldBack;
};

/** An article's text. The HTML is sanitized once and attached as nodes; nothing reads it again. */
export function ArticleBody({ html, onOpen, holdBack }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const words = useMessages();
  const { viewer, viewPicture } = usePictureViewer(holdBack);

  useLayoutEffect(() => {
    const root = body.current;
    if (!root) return;
    root.replaceChildren(framePictures(sanitize(html), words.picture));
    return replaceBrokenPictures(root, words);
  }, [html, words]);

  const follow = (event: React.MouseEvent<HTMLElement>) => {
    if (viewPicture(event)) return;
    const link = ownLink(event);
    if (!link) return;
    event.preventDefault();
    onOpen(link);
  };
  return (
    <>
      {/* The clicks are those of the links and buttons inside, which the keyboard reaches as such. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div ref={body} className="article-body" onClick={follow} />
      {viewer}
    </>
  );
}

/** The link that a plain click follows within this site, or null when the browser should do what it does. */
function ownLink(event: React.MouseEvent): HTMLAnchorElement | null {
  if (!isPlainClick(event)) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.hasAttribute('href') || link.origin !== location.origin) return null;
  const isFile = /\.(?!html?$)[a-z0-9]+$/i.test(link.pathname);
  return isFile || link.getAttribute('href')?.startsWith('#') ? null : link;
}
