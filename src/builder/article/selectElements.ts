import { compile } from 'css-select';
import { type AnyNode, Document, type Element } from 'domhandler';
import { elementsOf } from './tree.ts';

const compileFor = compile<AnyNode, Element>;
const compiled = new Map<string, ReturnType<typeof compileFor>>();

// A selector that begins with a combinator has nothing to begin at, whatever text it is asked of.
const NOWHERE = new Document([]);

/** All elements of a text that a CSS selector of the settings names. Throws when it is no selector. */
export function selectElements(selector: string, body: Document): readonly Element[] {
  let query = compiled.get(selector);
  // Reading a selector takes longer than asking it of a text, and the settings name few.
  if (!query) compiled.set(selector, (query = compileFor(selector, undefined, NOWHERE)));
  // Unlike `selectAll` it looks into templates, whose content is dropped in any case.
  return elementsOf(body).filter(query);
}
