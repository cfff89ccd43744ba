import { isTag, isText } from 'domhandler';
import type { SourceRule } from '#builder/settings.ts';
import type { Site } from '#builder/site.ts';
import type { Draft, Step } from './article.ts';
import { selectElements } from './selectElements.ts';
import { hasText } from './text.ts';
import { remove, textOfNode } from './tree.ts';

// What holds a colon or a blank in brackets is a remark, and a number is a code; neither is a name.
const BRACKETS_AT_END = /^(.*\S)\s*（((?![\d.,%]+）)[^（）：:\s]{2,20})）\s*$/su;
// A text of one paragraph is a digest by itself.
const NAME_AT_END = /（((?![\d.,%]+）)[^（）：:\s]{2,20})）\s*$/u;
const REPORTERS = /^□\s*(\S.{0,60})$/u;

/**
 * Finds the medium: in the source line the settings name, else in brackets at the end of the quoted digest or of a text
 * of one paragraph, else in the tag. Takes the line of reporters that opens with `□` into the byline. All on text with tags removed.
 */
export const takeSource: Step = (draft, site) => {
  const line = sourceLine(draft, site);
  const { quote, bracketed } = cutBrackets(draft, site);
  const source = line ?? bracketed ?? closingName(draft, site) ?? tagged(draft, site);
  const reporters = takeReporters(draft);
  return {
    ...draft,
    ...(quote !== undefined && { quote }),
    ...(source !== undefined && { source }),
    ...(reporters !== undefined && { reporters }),
  };
};

function sourceLine({ body }: Draft, { settings }: Site): string | undefined {
  const { select, text } = settings.source;
  if (select === undefined) return undefined;
  let source: string | undefined;
  for (const node of selectElements(select, body)) {
    const line = textOfNode(node);
    const name = text ? text.exec(line)?.[1]?.trim() : line;
    if (name === undefined) continue;
    source ??= name === '' ? undefined : name;
    remove(node);
  }
  return source;
}

function cutBrackets({ quote }: Draft, { settings }: Site): { quote?: string; bracketed?: string } {
  if (quote === undefined) return {};
  const match = settings.source.brackets && quote.includes('）') ? BRACKETS_AT_END.exec(quote) : null;
  return match?.[1] && match[2] ? { quote: match[1], bracketed: match[2] } : { quote };
}

function closingName({ body, quote }: Draft, { settings }: Site): string | undefined {
  const [only, ...others] = quote === undefined && settings.source.brackets ? body.children.filter(hasText) : [];
  const last = only && others.length === 0 && isTag(only) && only.name === 'p' ? only.lastChild : null;
  const match = last && isText(last) ? NAME_AT_END.exec(last.data) : null;
  if (last && isText(last) && match && match.index > 0) last.data = last.data.slice(0, match.index);
  return match && match.index > 0 ? match[1] : undefined;
}

function tagged({ post }: Draft, { settings }: Site): string | undefined {
  const tag = post.tags.find((name) => mediumOf(name, settings.source) !== name);
  return tag === undefined ? undefined : mediumOf(tag, settings.source);
}

/** A tag without the ending that makes it one of a medium; any other tag as it is. */
export function mediumOf(tag: string, { tagSuffix }: SourceRule): string {
  return (tagSuffix && tag.replace(tagSuffix, '').trim()) || tag;
}

function takeReporters({ body }: Draft): string | undefined {
  const first = body.children.find(hasText);
  if (!first || !isTag(first) || first.name !== 'p') return undefined;
  const reporters = REPORTERS.exec(textOfNode(first))?.[1];
  if (reporters !== undefined) remove(first);
  return reporters;
}
