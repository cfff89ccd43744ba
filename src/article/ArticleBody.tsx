import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useMessages } from '#ui/MessagesContext.ts';
import { useIsAttached } from '#ui/useIsAttached.ts';
import './article.css';
import { attachParts } from './attachParts.ts';
import { replaceBrokenPictures } from './brokenPictures.ts';
import { framePictures } from './framePictures.ts';
import { isPlainClick } from './plainClick.ts';
import { takeText } from './readyTexts.ts';
import { servedText } from './servedText.ts';
import { watchScrollers } from './scrollers.ts';
import { type HoldBack, usePictureViewer } from './usePictureViewer.tsx';

const NONE: readonly string[] = [];

type Props = {
  readonly html: string;
  /** The further parts of a long text, which follow when the first is on screen. */
  readonly rest?: readonly string[] | undefined;
  readonly body?: RefObject<HTMLDivElement | null>;
  /** Called for a plain click on a link to this site, instead of loading the page anew. */
  readonly onOpen: (link: HTMLAnchorElement) => void;
  /** Called whenever a further part is there. Must keep its identity. */
  readonly onGrow?: (() => void) | undefined;
  readonly holdBack: HoldBack;
};

/**
 * An article's text. The HTML is sanitized once and attached as nodes; nothing reads it again. On a real page the text is
 * there already, and stays as the server wrote it until another comes.
 */
export function ArticleBody({ html, rest = NONE, body, onOpen, onGrow, holdBack }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const shown = body ?? own;
  const words = useMessages();
  const { viewer, viewPicture } = usePictureViewer(holdBack);
  const isAttached = useIsAttached();
  const [served] = useState(() => (isAttached ? null : { html, props: servedText(html) }));

  useLayoutEffect(() => {
    const root = shown.current;
    if (!root) return;
    const leaving = new AbortController();
    const scrollers = watchScrollers(words);
    const prepare = (part: string) => framePictures(takeText(part), words.picture);
    if (html === served?.html) framePictures(root, words.picture);
    else root.replaceChildren(prepare(html));
    scrollers.watch(root);
    const stopReplacing = replaceBrokenPictures(root, words);
    const onPart = (part: HTMLElement) => {
      scrollers.watch(part);
      onGrow?.();
    };
    void attachParts(root, rest, { prepare, onPart, signal: leaving.signal });
    return () => {
      leaving.abort();
      stopReplacing();
      scrollers.stop();
    };
  }, [html, rest, shown, words, onGrow, served]);

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
      <div ref={shown} className="article-body" onClick={follow} {...served?.props} />
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
  return isFile ? null : link;
}
