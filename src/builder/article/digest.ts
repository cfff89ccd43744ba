import { type Document, type Element, isTag } from 'domhandler';
import { textField } from '#builder/post/value.ts';
import type { Step } from './article.ts';
import { characterKinds } from './characterKinds.ts';
import { folded, nearEnd } from './sameWords.ts';
import { hasText, lineOf } from './text.ts';
import { elementsNamed, parseTree, remove, textOfNode } from './tree.ts';

/** A digest repeats three paragraphs at most. */
const MAX_REPEATED = 3;
/** How much punctuation a paragraph may have more than a digest of the same words. */
const FARTHEST = 200;

// 140 Latin characters are as long as 60 Chinese ones.
const MAX_WIDTH = 420;
const WIDTH = 3;
const WIDE_WIDTH = 7;
const WIDE = characterKinds([
  [0x1100, 0x115f, 1],
  [0x2e80, 0xa4cf, 1],
  [0xac00, 0xd7a3, 1],
  [0xf900, 0xfaff, 1],
  [0xfe30, 0xfe6f, 1],
  [0xff00, 0xff60, 1],
]);

/**
 * Takes a quotation of one line from the head of a Markdown source, as text in which nothing is interpreted but character
 * references. Gives the source unchanged when it begins otherwise.
 */
export function cutQuote(source: string): { readonly quote?: string; readonly rest: string } {
  const match = /^\s*>[ \t]?([^\r\n]*)(?:\r?\n[ \t]*\r?\n|\r?\n?$)/.exec(source);
  if (!match) return { rest: source };
  return { quote: decoded((match[1] ?? '').trim()), rest: source.slice(match[0].length) };
}

/**
 * The digest: front matter `excerpt` or `description`, else the leading quotation, else (in lists only) the first
 * paragraph. What the text itself begins with is shown once: whole paragraphs that the digest repeats go, and where the
 * digest says only a part of them, the text says it.
 */
export const takeDigest: Step = (draft) => {
  const given = plain(textField(draft.fields, 'excerpt') ?? textField(draft.fields, 'description')) || draft.quote;
  if (given === undefined || given === '') {
    const opening = firstBlock(draft.body);
    return opening ? { ...draft, summary: shortened(lineOf(opening)) } : draft;
  }
  const summary = shortened(given);
  const paragraphs = leadingParagraphs(draft.body);
  const repeated = repeatedCount(given, paragraphs);
  // Links and pictures are worth more than a place above the text.
  if (repeated === 'part' || paragraphs.slice(0, repeated).some(isLinked)) return { ...draft, summary };
  for (const paragraph of paragraphs.slice(0, repeated)) remove(paragraph);
  return { ...draft, digest: given, summary };
};

/** How many whole paragraphs a digest repeats; `part` when it ends, or begins, inside one of them. */
function repeatedCount(digest: string, paragraphs: readonly Element[]): number | 'part' {
  // Most repeat the first to the letter, and to fold a text takes long.
  if (paragraphs[0] && textOfNode(paragraphs[0]) === digest) return 1;
  const words = folded(digest);
  const texts = paragraphs.map((paragraph) => folded(textOfNode(paragraph).slice(0, 2 * digest.length + FARTHEST)));
  let end = 0;
  const ends = texts.map((text) => (end += text.length));
  const opening = texts.join('');
  const at = opening.indexOf(words);
  if (at !== -1) return at > 0 ? 'part' : ends.indexOf(words.length) + 1 || 'part';
  const near = nearEnd(words, opening);
  const nearest = ends.findIndex((own) => near !== null && Math.abs(own - near) <= words.length / 20);
  if (near !== null) return nearest + 1 || 'part';
  // The digest says more: a headline before the paragraphs, the medium behind them.
  return ends.findLastIndex((own) => 2 * own >= words.length && words.includes(opening.slice(0, own))) + 1;
}

/** Two lines of text at most; cut between words or characters. */
export function shortened(text: string): string {
  if (text.length <= MAX_WIDTH / WIDE_WIDTH) return text;
  let width = 0;
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) {
    width += WIDE[text.charCodeAt(at)] ? WIDE_WIDTH : WIDTH;
    if (width <= MAX_WIDTH) continue;
    const kept = text.slice(0, at).replace(/(?<=\s)[A-Za-z]+$/, '');
    return `${kept.trimEnd()}…`;
  }
  return text;
}

/** Whether a character of two UTF-16 units begins at a place. */
function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

/** The first block with words that is no picture, heading or disclaimer. */
function firstBlock(body: Document): Element | undefined {
  return body.children.filter(isTag).find((node) => isTextBlock(node) && lineOf(node) !== '');
}

function leadingParagraphs(body: Document): readonly Element[] {
  const leading: Element[] = [];
  for (const block of body.children) {
    if (!isTag(block) || !hasText(block) || (leading.length === 0 && !isTextBlock(block))) continue;
    if (block.name !== 'p' || leading.push(block) === MAX_REPEATED) break;
  }
  return leading;
}

function isTextBlock({ name, attribs }: Element): boolean {
  return name !== 'figure' && !/^h\d$/.test(name) && attribs['data-b'] !== 'disclaimer';
}

function isLinked(paragraph: Element): boolean {
  return elementsNamed(paragraph, 'a', 'img').length > 0;
}

function decoded(line: string): string {
  if (!line.includes('&')) return line;
  const parsed = parseTree(line.replaceAll('<', '&lt;'));
  return parsed.ok ? textOfNode(parsed.body) : line;
}

/** Front matter may hold HTML: its text, with tags removed and references decoded. */
function plain(text: string | undefined): string | undefined {
  if (text === undefined || !/[<&]/.test(text)) return text?.replace(/\s+/g, ' ').trim();
  const parsed = parseTree(text);
  return parsed.ok ? textOfNode(parsed.body) : undefined;
}
