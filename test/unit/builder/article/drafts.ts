import { DomUtils } from 'htmlparser2';
import type { Draft, Step } from '#builder/article/article.ts';
import { parseTree } from '#builder/article/tree.ts';
import type { Overrides } from '#builder/site.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

/** What a step is given besides the HTML. */
export type Given = {
  /** `_config.yml`. */
  readonly config?: string;
  /** What the command line says over it. */
  readonly overrides?: Overrides;
  /** The post's front matter. */
  readonly fields?: Readonly<Record<string, string>>;
} & Partial<Pick<Draft, 'quote' | 'text' | 'charts' | 'digest' | 'captions'>>;

const PATH = '_posts/2024-05-30-tide.md';

/** Runs one step: the HTML it leaves, and what it took out. */
export function runStep(
  step: Step,
  html: string,
  given: Given = {},
): Omit<Draft, 'body' | 'post' | 'fields'> & { html: string } {
  const site = siteOf(given.config, given.overrides);
  const { post, text } = postOf(PATH, postText({ title: 'x', ...given.fields }), site);
  const parsed = parseTree(html);
  if (!parsed.ok) throw new Error(parsed.why);
  const { config: _config, overrides: _overrides, fields: _given, ...earlier } = given;
  const start = { ...earlier, body: parsed.body, post, fields: text.fields };
  const { body, post: _post, fields: _fields, ...taken } = step(start, site);
  return { html: DomUtils.getInnerHTML(body, { encodeEntities: false }), ...taken };
}
