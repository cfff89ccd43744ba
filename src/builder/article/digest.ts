import { isTag } from 'domhandler';
import { textField } from '#builder/post/value.ts';
import type { Draft, Step } from './article.ts';
import { isBlank, parseTree, remove, textOfNode } from './tree.ts';

// 140 Latin characters are as long as 60 Chinese ones: a Latin one counts 3, a wide one 7.
const MAX_WIDTH = 420;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/**
 * Takes a quotation of one line from the head of a Markdown source, as text in which nothing is interpreted. Gives the
 * source unchanged when it begins otherwise.
 */
export function cutQuote(source: string): { readonly quote?: string; readonly rest: string } {
  const match = /^\s*>[ \t]?([^\r\n]*)(?:\r?\n[ \t]*\r?\n|\r?\n?$)/.exec(source);
  if (!match) return { rest: source };
  return { quote: (match[1] ?? '').trim(), rest: source.slice(match[0].length) };
}

/**
 * The digest: front matter `excerpt` or `description`, else the leading quotation, else (in lists only) the first
 * paragraph. A first paragraph that says the same is not shown a second time.
 */
export const takeDigest: Step = (draft) => {
  const given = plain(textField(draft.fields, 'excerpt') ?? textField(draft.fields, 'description')) || draft.quote;
  const first = firstParagraph(draft);
  const opening = first ? textOfNode(first) : '';
  if (given === undefined || given === '') return opening === '' ? draft : { ...draft, summary: shortened(opening) };
  const summary = shortened(given);
  if (folded(opening) === folded(given) && first) remove(first);
  else if (folded(opening).startsWith(folded(given))) return { ...draft, summary };
  return { ...draft, digest: given, summary };
};

/** Two lines of text at most; cut between words or characters. */
export function shortened(text: string): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += WIDE.test(character) ? 7 : 3;
    if (width > MAX_WIDTH)
      return `${text
        .slice(0, end)
        .replace(/(?<=\s)[A-Za-z]+$/, '')
        .trimEnd()}…`;
    end += character.length;
  }
  return text;
}

function firstParagraph({ body }: Draft) {
  const blocks = body.children.filter((node) => !isBlank(node)).filter(isTag);
  return blocks.find(({ name }) => name !== 'figure' && !/^h\d$/.test(name));
}

/** Front matter may hold HTML: its text, with tags removed and references decoded. */
function plain(text: string | undefined): string | undefined {
  if (text === undefined || !/[<&]/.test(text)) return text?.replace(/\s+/g, ' ').trim();
  const parsed = parseTree(text);
  return parsed.ok ? textOfNode(parsed.body.children) : undefined;
}

function folded(text: string): string {
  return text.replace(/[\s\u3000…]+/g, '').toLowerCase();
}
