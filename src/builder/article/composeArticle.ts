import type { Document } from 'domhandler';
import type { Article, Headline, Picture } from '#shared/post.ts';
import { ownId } from '#builder/feeds/entryId.ts';
import { boundName } from '#builder/post/boundPost.ts';
import { type LiquidScope } from '#builder/post/liquid.ts';
import type { Post, PostProblem, PostText } from '#builder/post/readPost.ts';
import { renderSource, resolveBody } from '#builder/post/renderBody.ts';
import type { Site } from '#builder/site.ts';
import { type Draft, readArticle } from './article.ts';
import { cleanText } from './cleanText.ts';
import { cutQuote, shortened } from './digest.ts';
import { partsOf } from './parts.ts';
import { pixelsOf, type SizeOf } from './pictureSizes.ts';
import { readingSize } from './readingSize.ts';
import { isAllowedPicture } from './attributes.ts';
import { tagless } from './tagless.ts';
import { elementsNamed, parseTree, plainTree } from './tree.ts';

/** A post as the reader's files hold it, and what went wrong on the way. */
export type Composed = {
  readonly article: Article;
  readonly headline: Headline;
  readonly problems: readonly PostProblem[];
  /** The headlines of its files, when they are several. */
  readonly versions?: readonly Headline[];
};

/** A post's text → article and headline. Whatever the text holds, there is a result. */
export function composeArticle(post: Post, address: string, text: PostText, context: ComposeContext): Composed {
  const { site } = context;
  const { start, problems } = startDraft(post, text, context);
  const draft = readArticle(start, site);
  const { size, words } = readingSize(draft.text ?? '');
  const common = commonOf(draft, { address, size }, site);
  return {
    article: articleOf(draft, { common, words }, site),
    headline: headlineOf(draft, common, site),
    problems,
  };
}

/** A post's text as a tree, before any step, and what went wrong on the way. */
export function startDraft(
  post: Post,
  text: PostText,
  { site, scopeOf, sizeOf }: ComposeContext,
): { readonly start: Draft; readonly problems: readonly PostProblem[] } {
  const resolved = resolveBody(text, site, scopeOf(text));
  const { quote, rest } = site.settings.digest === 'quote' ? cutQuote(resolved.source) : { rest: resolved.source };
  const content = renderSource(rest, post.ext, site);
  const { body, problems } = treeOf(content.html, rest);
  return {
    start: { body, post, fields: text.fields, ...(sizeOf && { sizeOf }), ...(quote && { quote }) },
    problems: [...resolved.problems, ...content.problems, ...problems],
  };
}

/** What all posts of a publish share. Without `sizeOf`, the sizes of the site's own pictures are unknown. */
export type ComposeContext = {
  readonly site: Site;
  readonly scopeOf: (text: PostText) => LiquidScope;
  readonly sizeOf?: SizeOf;
};

function treeOf(html: string | null, source: string): { body: Document; problems: PostProblem[] } {
  if (html === null) return { body: plainTree(source), problems: [] };
  const parsed = parseTree(html);
  if (parsed.ok) return { body: parsed.body, problems: [] };
  const remedy = 'Its text is shown without mark-up; simplify the HTML.';
  return { body: plainTree(tagless(html)), problems: [{ kind: 'markup', found: parsed.why, remedy }] };
}

type Common = Omit<Headline, 'digest' | 'picture'>;

function commonOf(draft: Draft, { address, size }: { address: string; size: number }, site: Site): Common {
  const { post, lang } = draft;
  const [categories, tags] = [cleanNames(post.categories), cleanNames(post.tags)];
  return {
    address,
    title: titleOf(draft),
    time: post.shownTime,
    ...(post.shownTime.slice(0, 10) !== post.day && { day: post.day }),
    ...(categories.length > 0 && { categories }),
    ...(tags.length > 0 && { tags }),
    ...(draft.source !== undefined && { source: boundName(cleanText(draft.source)) }),
    ...(lang !== undefined && lang !== site.lang && { lang }),
    ...(size > 0 && { size }),
  };
}

/** Names as they are shown, each once; one of nothing but marks is none. */
function cleanNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(cleanText))].filter((name) => name !== '');
}

function headlineOf(draft: Draft, common: Common, site: Site): Headline {
  const picture = pictureOf(draft, site);
  const digest = cleanText(draft.summary ?? '');
  return {
    ...common,
    ...(digest !== '' && { digest: shortened(digest) }),
    ...(picture && { picture }),
    ...(draft.mentions !== undefined && draft.mentions.length > 0 && { mentions: draft.mentions.slice(0, 2) }),
    ...ownId(draft.post, common.address),
  };
}

function articleOf(draft: Draft, { common, words }: { common: Common; words: number }, site: Site): Article {
  return {
    ...common,
    date: draft.post.date,
    ...(draft.digest !== undefined && { digest: cleanText(draft.digest) }),
    ...(draft.reporters !== undefined && { reporters: cleanText(draft.reporters) }),
    ...(draft.original !== undefined && { original: { href: draft.original } }),
    ...(draft.captions !== undefined && { captions: draft.captions }),
    ...(draft.charts !== undefined && draft.charts.length > 0 && { charts: draft.charts }),
    ...(draft.mentions !== undefined && draft.mentions.length > 0 && { mentions: draft.mentions }),
    ...(draft.outline !== undefined && { outline: draft.outline }),
    ...partsOf(draft.body.children, site),
    ...(words > 0 && { words }),
  };
}

/** The title, or what stands in for a missing one: the first sentence of digest or text, the file's name. */
function titleOf({ post, summary = '' }: Draft): string {
  const title = cleanText(post.title);
  if (title !== '') return title;
  const [sentence = ''] = cleanText(summary).split(/(?<=[。！？]|[.!?] )/);
  return sentence.trim() || post.fileSlug;
}

// Every list repeats it.
const MAX_PICTURE_ADDRESS = 2000;

/** The lead, or the first figure's picture; one inside running text illustrates nothing. */
function pictureOf({ body, lead }: Draft, site: Site): Picture | null {
  const picture = lead ?? elementsNamed(body, 'figure').flatMap((figure) => elementsNamed(figure, 'img'))[0];
  const src = picture?.attribs['src'];
  if (!picture || !src || src.length > MAX_PICTURE_ADDRESS || src.startsWith('data:') || !isAllowedPicture(src, site))
    return null;
  const [width, height] = [pixelsOf(picture.attribs['width']), pixelsOf(picture.attribs['height'])];
  return { src, ...(width && height && { width, height }) };
}
