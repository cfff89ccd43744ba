import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Mention } from '#shared/post.ts';
import type { MentionRule } from '#builder/settings.ts';
import type { Draft, Step } from './article.ts';
import { replaceEach, takeChildren } from './children.ts';
import { cleanText } from './cleanText.ts';
import { selectElements } from './selectElements.ts';
import { isBlock } from './text.ts';
import { elementsNamed, textOfNode } from './tree.ts';

/** How many an article names at most. */
export const MAX_MENTIONS = 50;
const MAX_NAME = 40;
const MAX_CODE = 20;
// What stands first in brackets; a price or a change may follow.
const IN_BRACKETS = /[（(][^\S\n]*([^（）()，,\s]{1,20})(?=[，,\s）)])/gu;

/**
 * The securities and sectors that title and text name: charts first, then marked ones and codes written by hand in
 * brackets, each once, in the order of the text. Their links, and those to the publisher's dictionary, become text.
 */
export const takeMentions: Step = (draft, site) => {
  const rule = site.settings.mentions;
  if (rule === null) return draft;
  const charted = (draft.charts ?? []).flatMap(({ code, market }) =>
    code === undefined ? [] : [mentionOf(code, market, '', rule)],
  );
  const dictionary = new Set<AnyNode>(rule.words === undefined ? [] : selectElements(rule.words, draft.body));
  const lines = [draft.post.title, draft.quote ?? ''].flatMap((line) => handWritten(line, rule));
  const found = [...charted, ...lines.map(({ mention }) => mention), ...inText(draft, rule, dictionary)];
  const marks = elementsNamed(draft.body, 'a', 'span');
  const isMark = (node: Element) => dictionary.has(node) || markedMention(node, rule) !== null;
  replaceEach(marks.filter(isMark), takeChildren);
  const mentions = eachOnce(found);
  return mentions.length > 0 ? { ...draft, mentions } : draft;
};

type Found = { readonly at: number; readonly mention: Mention };

function inText({ body }: Draft, rule: MentionRule, dictionary: ReadonlySet<AnyNode>): readonly Mention[] {
  const marked: Found[] = [];
  let text = '';
  const read = (node: AnyNode): void => {
    if (isText(node)) text += node.data;
    if (!isTag(node)) return;
    const mention = markedMention(node, rule);
    const isWord = dictionary.has(node) && !isAddressed(node, rule);
    if (mention !== null && !isWord) marked.push({ at: text.length, mention });
    if (isBlock(node)) text += '\n';
    node.children.forEach(read);
    if (isBlock(node)) text += '\n';
  };
  body.children.forEach(read);
  return [...marked, ...handWritten(text, rule)].toSorted((a, b) => a.at - b.at).map(({ mention }) => mention);
}

function isAddressed(node: Element, rule: MentionRule): boolean {
  return rule.href?.test(node.attribs['href'] ?? '') === true;
}

function markedMention(node: Element, rule: MentionRule): Mention | null {
  const marks = hrefOf(node, rule) ?? attributeOf(node, rule);
  if (marks === null) return null;
  const [, market, code] = marks;
  return code && code.length <= MAX_CODE ? mentionOf(code, market, textOfNode(node), rule) : null;
}

function hrefOf({ attribs: { href } }: Element, rule: MentionRule): RegExpExecArray | null {
  return href === undefined ? null : (rule.href?.exec(href) ?? null);
}

function attributeOf({ attribs }: Element, { attribute = '' }: MentionRule): RegExpExecArray | null {
  const value = attribs[attribute];
  return value === undefined ? null : /^(\w{1,10}),(\w{1,20})$/.exec(value);
}

function handWritten(text: string, { tickers, sectors }: MentionRule): readonly Found[] {
  if (!/[（(]/.test(text)) return [];
  return [...text.matchAll(IN_BRACKETS)].flatMap(({ index, 1: content = '' }) => {
    for (const { pattern, market } of tickers) {
      // By hand the first zero of five digits is left out, as in Hong Kong.
      const code = pattern.exec(content)?.[1]?.replace(/^\d{4}$/, '0$&');
      if (code !== undefined) return [{ at: index, mention: mentionOf(code, market, '', { sectors }) }];
    }
    return [];
  });
}

function mentionOf(
  code: string,
  market: string | undefined,
  text: string,
  rule: Pick<MentionRule, 'sectors'>,
): Mention {
  const name = cleanText(text);
  return {
    code: cleanText(code),
    ...(market !== undefined && { market: cleanText(market) }),
    ...(name !== '' && name.length <= MAX_NAME && { name }),
    ...(market !== undefined && rule.sectors.includes(market) && { isSector: true as const }), // Else `boolean`.
  };
}

/** The first name wins; a code without one takes the name that comes later. */
function eachOnce(found: readonly Mention[]): readonly Mention[] {
  const once = new Map<string, Mention>();
  for (const mention of found) {
    const key = `${mention.market ?? ''}.${mention.code}`;
    const known = once.get(key);
    if (known === undefined && once.size < MAX_MENTIONS) once.set(key, mention);
    if (known !== undefined && known.name === undefined) once.set(key, { ...known, ...mention });
  }
  return [...once.values()];
}
