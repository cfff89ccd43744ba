import { type Document, type Element, isTag } from 'domhandler';
import { textField } from '#builder/post/value.ts';
import type { Site } from '#builder/site.ts';
import type { Draft, Step } from './article.ts';
import { characterKinds } from './characterKinds.ts';
import { textOfNode } from './tree.ts';

const SPOKEN = new Set(['p', 'li', 'dt', 'dd', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'caption', 'figcaption']);
const EAST_ASIAN = /[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
const KANA = 1;
const HANGUL = 2;
const IDEOGRAPH = 3;
const OTHER_LETTER = 4;
const KINDS = characterKinds([
  [0x3041, 0x3096, KANA],
  [0x30a1, 0x30fa, KANA],
  [0xac00, 0xd7a3, HANGUL],
  [0x3400, 0x9fff, IDEOGRAPH],
  [0xf900, 0xfaff, IDEOGRAPH],
  [0x41, 0x5a, OTHER_LETTER],
  [0x61, 0x7a, OTHER_LETTER],
  [0xc0, 0x24f, OTHER_LETTER],
  [0x370, 0x52f, OTHER_LETTER],
]);

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
  const counts = kindCounts(text.slice(0, SAMPLE));
  const [kana, hangul, others] = [counts[KANA] ?? 0, counts[HANGUL] ?? 0, counts[OTHER_LETTER] ?? 0];
  const eastAsian = kana + hangul + (counts[IDEOGRAPH] ?? 0);
  if (eastAsian === 0 || eastAsian < others) return undefined;
  if (2 * hangul > eastAsian) return 'ko';
  // Japanese has kana in every line, Chinese only in a foreign name.
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

/** How many characters of each kind there are. */
function kindCounts(text: string): Uint32Array {
  const counts = new Uint32Array(OTHER_LETTER + 1);
  for (let index = 0; index < text.length; index++) {
    const kind = KINDS[text.charCodeAt(index)] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function markIn(parent: Document | Element): void {
  for (const node of parent.children.filter(isTag)) {
    if (node.attribs['lang']) continue;
    const lang = SPOKEN.has(node.name) ? scriptOf(textOfNode(node)) : undefined;
    if (lang === undefined) markIn(node);
    else node.attribs['lang'] = lang;
  }
}
