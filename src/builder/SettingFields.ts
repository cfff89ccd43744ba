import { compile } from 'css-select';
import { type Fields, isFields, listField, mapField, textField, type Value } from './post/value.ts';
import type { Report } from './report.ts';

const CONFIG = '_config.yml';

/** One mapping of our settings, read key by key. What cannot be used is reported, and counts as not there. */
export class SettingFields {
  readonly #fields: Fields;
  readonly #name: string;
  readonly #report: Report;

  /** `name` is how reports call the mapping. Keys that are not among `known` are reported. */
  constructor(fields: Fields, { name, known }: { name: string; known: readonly string[] }, report: Report) {
    this.#fields = fields;
    this.#name = name;
    this.#report = report;
    for (const key of fields.keys())
      if (!known.includes(key)) this.wrong(key, 'is no setting', 'Correct its name or remove it.');
  }

  /** Whether the key stands there, be it empty. */
  has(key: string): boolean {
    return this.#fields.has(key);
  }

  value(key: string): Value | undefined {
    return this.#fields.get(key);
  }

  text(key: string): string | undefined {
    return textField(this.#fields, key);
  }

  /** One text or many, as a list. */
  list(key: string): readonly string[] {
    return listField(this.#fields, key);
  }

  flag(key: string): boolean | undefined {
    const value = this.#fields.get(key) ?? undefined;
    if (value === undefined || typeof value === 'boolean') return value;
    this.wrong(key, 'is neither true nor false', 'Write one of the two.');
    return undefined;
  }

  /** One of a few words. `false` is a way to say none of them, over a preset. */
  choice<T extends string>(key: string, words: readonly T[]): T | undefined {
    if (this.#fields.get(key) === false) return undefined;
    const text = this.text(key);
    const word = words.find((known) => known === text);
    if (text !== undefined && word === undefined)
      this.wrong(key, `is "${text}", which is unknown`, `Write ${words.join(' or ')}.`);
    return word;
  }

  /** A regular expression; `wrap` puts something around its source. */
  pattern(key: string, wrap = (source: string) => source): RegExp | undefined {
    const source = this.text(key);
    return source === undefined ? undefined : this.#compiled(key, wrap(source));
  }

  /** The mapping of a key, whose own keys are patterns, as pairs. */
  patterns(key: string): readonly (readonly [RegExp, string])[] {
    return [...mapField(this.#fields, key)].flatMap(([source, value]) => {
      const pattern = this.#compiled(key, source);
      return pattern ? [[pattern, String(value)] as const] : [];
    });
  }

  selector(key: string): string | undefined {
    const text = this.text(key);
    return text !== undefined && this.#isSelector(key, text) ? text : undefined;
  }

  selectors(key: string): readonly string[] {
    return this.list(key).filter((text) => this.#isSelector(key, text));
  }

  /** Names of hosts as browsers write them: lower case, a port only when it is none of the usual. */
  hosts(key: string): readonly string[] {
    return this.list(key).flatMap((text) => {
      const host = hostOf(text);
      if (host === null) this.wrong(key, `names "${text}", which is no host`, 'Write it as in news.example.');
      return host ?? [];
    });
  }

  /** The mapping of a key, empty when there is none. */
  rule(key: string, known: readonly string[]): SettingFields {
    const value = this.#fields.get(key) ?? undefined;
    if (value !== undefined && !isFields(value)) this.wrong(key, 'is no mapping', `Its keys are: ${known.join(', ')}.`);
    return new SettingFields(mapField(this.#fields, key), { name: `${this.#name}.${key}`, known }, this.#report);
  }

  /** Reports a setting. */
  wrong(key: string, found: string, remedy: string): void {
    this.#report.add({ kind: 'settings', file: CONFIG, found: `${this.#name}.${key} ${found}`, remedy });
  }

  #compiled(key: string, source: string): RegExp | undefined {
    try {
      return new RegExp(source, 'u');
    } catch (cause) {
      this.wrong(key, `is no regular expression (${String(cause)})`, 'Correct the pattern.');
      return undefined;
    }
  }

  #isSelector(key: string, selector: string): boolean {
    try {
      compile(selector);
      return true;
    } catch (cause) {
      this.wrong(key, `"${selector}" is no CSS selector (${String(cause)})`, 'Correct the selector.');
      return false;
    }
  }
}

// What stands in a content security policy must not end it: letters, digits and these marks only.
function hostOf(text: string): string | null {
  if (!/^[\p{L}\p{N}._-]+(?::\d+)?$/u.test(text)) return null;
  try {
    return new URL(`https://${text}`).host;
  } catch {
    return null;
  }
}
