import type { Defaults } from '#builder/site.ts';
import { type Fields, isFields, type Value } from './value.ts';

/**
 * The front matter that a file falls back to: of all scopes that hold it, the narrower path wins, then the one with a
 * type. Source: Jekyll 4.3, `FrontmatterDefaults#all` and `#has_precedence?`.
 */
export function defaultsFor(path: string, defaults: readonly Defaults[]): Fields {
  if (defaults.length === 0) return NONE;
  const held = defaults.filter((scope) => applies(scope, path));
  const [only, second] = held;
  return only === undefined || second === undefined ? (only?.values ?? NONE) : valuesOf(held);
}

const NONE: Fields = new Map();

function valuesOf(held: readonly Defaults[]): Fields {
  let fields = NONE;
  let narrowest: Defaults | null = null;
  for (const scope of held) {
    if (narrowest === null || takesPrecedence(scope, narrowest)) {
      fields = merged(fields, scope.values);
      narrowest = scope;
    } else fields = merged(scope.values, fields);
  }
  return fields;
}

/** Two mappings as one; where both have a key, the second wins, and mappings merge in depth. */
export function merged(under: Fields, over: Fields): Fields {
  if (under.size === 0) return over;
  const fields = new Map<string, Value>(under);
  for (const [key, value] of over) {
    const below = fields.get(key);
    fields.set(key, isFields(below) && isFields(value) ? merged(below, value) : value);
  }
  return fields;
}

function applies({ path: scope, type }: Defaults, path: string): boolean {
  if (type !== undefined && type !== 'posts') return false;
  if (scope === '') return true;
  if (scope.includes('*')) return globOf(scope).test(path);
  return path === scope || path.startsWith(`${scope}/`);
}

function takesPrecedence(scope: Defaults, over: Defaults): boolean {
  if (scope.path.length !== over.path.length) return scope.path.length > over.path.length;
  return scope.type !== undefined || over.type === undefined;
}

const globs = new Map<string, RegExp>();

function globOf(pattern: string): RegExp {
  let glob = globs.get(pattern);
  if (!glob) globs.set(pattern, (glob = compiled(pattern)));
  return glob;
}

function compiled(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '.*');
  return new RegExp(`^${source}(?:/|$)`);
}
