import { type Document, type Element, isTag } from 'domhandler';
import { textField } from '#builder/post/value.ts';
import type { Site } from '#builder/site.ts';
import type { Draft, Step } from './article.ts';
import { textOfNode } from './tree.ts';

const SPOKEN = new Set(['p', 'li', 'dt', 'dd', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'caption', 'figcaption']);
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/g;
const HANGUL = /[\uac00-\ud7a3]/g;
const EAST_ASIAN = /[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/g;
const OTHER_LETTERS = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/g;

/** Enough of a text to know its script. */
const SAMPLE = 10_000;

/**
 * Gives the draft its language, and passages of another one theirs, so that they are set and spoken right. Only where
 * the script leaves no doubt: Latin letters say nothing.
 */
export const markLanguages: Step = (draft, site) => {
  const lang = languageOf(draft, site);
  if (scriptLanguage(lang ?? site.lang) === undefined && draft.text?.search(EAST_ASIAN) !== -1) markIn(draft.body);
  return lang === undefined ? draft : { ...draft, lang };
};

/** `zh`, `ja` or `ko` when most letters of a text are theirs; undefined in doubt. */
export function scriptOf(text: string): string | undefined {
  const eastAsian = count(text, EAST_ASIAN);
  if (eastAsian === 0 || eastAsian < count(text, OTHER_LETTERS)) return undefined;
  if (2 * count(text, HANGUL) > eastAsian) return 'ko';
  // Japanese has kana in every line, Chinese only in a foreign name.
  const kana = count(text, KANA);
  if (kana === 0) return 'zh';
  return 10 * kana > eastAsian ? 'ja' : undefined;
}

/** What the front matter says, else what the script says against the site's language. */
function languageOf({ fields, text }: Draft, site: Site): string | undefined {
  const said = textField(fields, 'lang');
  if (said !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(said)) return said;
  const script = scriptOf(text ?? '');
  return script === scriptLanguage(site.lang) ? undefined : script;
}

function scriptLanguage(lang: string | undefined): string | undefined {
  return /^(?:zh|ja|ko)\b/i.exec(lang ?? '')?.[0].toLowerCase();
}

function count(text: string, letters: RegExp): number {
  return text.slice(0, SAMPLE).match(letters)?.length ?? 0;
}

function markIn(parent: Document | Element): void {
  for (const node of parent.children.filter(isTag)) {
    if (node.attribs['lang']) continue;
    const lang = SPOKEN.has(node.name) ? scriptOf(textOfNode(node)) : undefined;
    if (lang === undefined) markIn(node);
    else node.attribs['lang'] = lang;
  }
}
