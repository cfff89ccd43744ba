import { renderMarkdown } from '#builder/markdown/renderMarkdown.ts';
import type { Site } from '#builder/site.ts';
import { type LiquidScope, resolveLiquid } from './liquid.ts';
import type { PostProblem, PostText } from './readPost.ts';

/** A body as HTML, Jekyll's `content`; null when it can only be shown as plain text. */
export type Content = {
  readonly html: string | null;
  readonly source: string;
  readonly problems: readonly PostProblem[];
};

/**
 * Resolves a post's Liquid, unless site or post turned it off. The result is Markdown or HTML still; what was left out
 * is a problem.
 */
export function resolveBody(
  text: PostText,
  site: Site,
  scope: LiquidScope,
): { source: string; problems: PostProblem[] } {
  if (!site.settings.liquid || text.fields.get('render_with_liquid') === false)
    return { source: text.body, problems: [] };
  const { text: source, leftOut } = resolveLiquid(text.body, scope);
  if (leftOut.length === 0) return { source, problems: [] };
  const remedy = 'It was left out; write its result into the post if readers need it.';
  return { source, problems: [{ kind: 'liquid', found: `Liquid that needs Jekyll: ${leftOut.join(', ')}`, remedy }] };
}

/** Turns a resolved source into HTML by its extension: Markdown, HTML as it is, anything else as plain text. */
export function renderSource(source: string, ext: string, site: Site): Content {
  if (site.markdownExtensions.includes(ext.slice(1).toLowerCase())) {
    const rendered = renderMarkdown(source, site.config);
    if (rendered.ok) return { html: rendered.html, source, problems: [] };
    const remedy = 'It is shown as plain text; split or simplify the post.';
    return { html: null, source, problems: [{ kind: 'markup', found: rendered.why, remedy }] };
  }
  return { html: ext === '.html' ? source : null, source, problems: [] };
}
