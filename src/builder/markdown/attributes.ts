import type { Token } from 'markdown-it';

/** Attributes in the order they are written; a class comes as often as it is named. */
export type Attributes = readonly (readonly [name: string, value: string])[];

/** The lists that have a name. */
export type Definitions = ReadonlyMap<string, Attributes>;

const PART = /\.([^\s.#"'=}]+)|#([A-Za-z][\w:-]*)|([A-Za-z_][\w:-]*)=(?:"([^"]*)"|'([^']*)')|([\w-]+)/gy;
const NEXT = /\s*/y;

/** The inside of an attribute list, `.class #id name="value" reference`. What is none of these ends it. */
export function parseAttributes(text: string, definitions: Definitions): Attributes {
  const all: (readonly [string, string])[] = [];
  for (let at = 0; ; ) {
    NEXT.lastIndex = at;
    NEXT.exec(text);
    PART.lastIndex = NEXT.lastIndex;
    const part = PART.exec(text);
    if (!part) return all;
    at = PART.lastIndex;
    const [, className, id, name, double, single, reference] = part;
    if (className !== undefined) all.push(['class', className]);
    else if (id !== undefined) all.push(['id', id]);
    else if (name !== undefined) all.push([name.toLowerCase(), double ?? single ?? '']);
    else if (all.length < MAX_ATTRIBUTES) all.push(...(definitions.get(reference ?? '') ?? [['', reference ?? '']]));
  }
}

// Lists that name lists that name lists would double with each.
const MAX_ATTRIBUTES = 100;

/** Gives a token the attributes: classes add up, of anything else the last counts. The word `toc` is noted in `meta`. */
export function setAttributes(token: Token, attributes: Attributes): void {
  for (const [name, value] of attributes) {
    if (name === 'class') token.attrJoin('class', value);
    else if (name !== '') token.attrSet(name, value);
    else if (value === 'toc') token.meta = { ...token.meta, isToc: true };
  }
}
