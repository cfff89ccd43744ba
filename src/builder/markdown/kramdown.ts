import createMarkdown, { type MarkdownIt } from 'markdown-it';
import deflist from 'markdown-it-deflist';
import { abbreviations } from './abbreviations.ts';
import { attributeLists } from './attributeLists.ts';
import { codeBlocks } from './codeBlocks.ts';
import { emphasis } from './emphasis.ts';
import { escapes } from './escapes.ts';
import { footnoteLinks } from './footnoteLinks.ts';
import { footnotes } from './footnotes.ts';
import { headerIds } from './headerIds.ts';
import { htmlBlocks } from './htmlBlocks.ts';
import type { KramdownOptions } from './kramdownOptions.ts';
import { lists } from './lists.ts';
import { math } from './math.ts';
import { tables } from './tables.ts';
import { toc } from './toc.ts';
import { typography } from './typography.ts';

/** A reader of kramdown's Markdown in its form for GitHub, which is Jekyll's own. */
export function kramdown(options: KramdownOptions): MarkdownIt {
  const markdown = createMarkdown({ html: true, xhtmlOut: true, breaks: options.hardWrap });
  emphasis(markdown);
  escapes(markdown);
  htmlBlocks(markdown);
  math(markdown);
  deflist(markdown);
  attributeLists(markdown);
  headerIds(markdown, options.autoIds);
  lists(markdown);
  footnotes(markdown, options.footnoteNumber);
  footnoteLinks(markdown);
  typography(markdown, options.quotes);
  abbreviations(markdown);
  tables(markdown);
  codeBlocks(markdown, options.isHighlighted);
  toc(markdown, options.tocLevels);
  markdown.renderer.rules['s_open'] = () => '<del>';
  markdown.renderer.rules['s_close'] = () => '</del>';
  return markdown;
}
