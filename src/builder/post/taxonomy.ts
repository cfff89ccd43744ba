import { type Fields, isFields, isList, textOf, type Value } from './value.ts';

/**
 * A post's categories in Jekyll's order: those of its folders, of the defaults, of the front matter, then the singular
 * `category`. A text is split at blanks, a list is not. Source: Jekyll 4.3, `Document#populate_categories`.
 */
export function categoriesOf(own: Fields, defaults: Fields, fromFolders: readonly string[]): readonly string[] {
  const plural = [...pluralOf(defaults.get('categories')), ...pluralOf(own.get('categories'))];
  const singular = singularOf((own.has('category') ? own : defaults).get('category'));
  const names = [...fromFolders, ...plural, ...singular].filter(isName);
  return names.length > 1 ? [...new Set(names)] : names;
}

/** A post's tags: `tag` as one, else `tags`, a text split at blanks. Source: Jekyll 4.3, `Document#populate_tags`. */
export function tagsOf(fields: Fields): readonly string[] {
  const singular = fields.get('tag');
  const list = singular === undefined || singular === null ? pluralOf(fields.get('tags')) : singularOf(singular);
  return list.filter(isName);
}

// Ruby's split takes ASCII white space only: a full-width blank does not part two names.
const BLANKS = /[ \t\n\v\f\r\0]+/;

function pluralOf(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return value.split(BLANKS);
  return singularOf(value);
}

function singularOf(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null || isFields(value)) return [];
  if (!isList(value)) return [textOf(value)];
  return value.every((each) => typeof each === 'string') ? value : value.flatMap(singularOf);
}

function isName(text: string): boolean {
  return text.trim() !== '';
}
