import type { Document, Element } from 'domhandler';
import type { Chart, LoneCaption, Mention, OutlineHeading } from '#shared/post.ts';
import type { Post } from '#builder/post/readPost.ts';
import type { Fields } from '#builder/post/value.ts';
import type { Site } from '#builder/site.ts';
import { attachCaptions, describePictures } from './captions.ts';
import { takeCharts } from './charts.ts';
import { takeDigest } from './digest.ts';
import { markDisclaimers } from './disclaimers.ts';
import { replaceEmbeds } from './embeds.ts';
import { wrapFigures } from './figures.ts';
import { makeHeadings } from './headings.ts';
import { removeHidden } from './hidden.ts';
import { renameIds } from './ids.ts';
import { markLanguages } from './languages.ts';
import { addLead } from './leadPicture.ts';
import { resolveLinks } from './links.ts';
import { setMath } from './math.ts';
import { takeMentions } from './mentions.ts';
import { listLoneCaptions } from './numberedCaptions.ts';
import { linkOriginals } from './originals.ts';
import { outlineHeadings } from './outline.ts';
import { type SizeOf, sizePictures } from './pictureSizes.ts';
import { markFootnotes, wrapTables } from './scrollers.ts';
import { takeSource } from './source.ts';
import { cutTail } from './tail.ts';
import { takeText } from './text.ts';
import { tidyText } from './tidy.ts';
import { dropUnread } from './unread.ts';

/** A post on its way through the steps: its text as a tree, and what was taken out of it. */
export type Draft = {
  readonly body: Document;
  readonly post: Post;
  readonly fields: Fields;
  /** Knows the sizes of the site's own pictures. Without it they are unknown. */
  readonly sizeOf?: SizeOf;
  /** The picture that stands for the article, when front matter names it. */
  readonly lead?: Element;
  /** A quotation of one line at the head of the source, taken from there before Markdown. */
  readonly quote?: string;
  readonly source?: string;
  readonly reporters?: string;
  readonly original?: string;
  /** Shown above the text. */
  readonly digest?: string;
  /** Shown in lists. */
  readonly summary?: string;
  readonly captions?: readonly LoneCaption[];
  readonly charts?: readonly Chart[];
  /** In the order of title and text, each once. */
  readonly mentions?: readonly Mention[];
  readonly outline?: readonly OutlineHeading[];
  /** What is searched: the article's words, without what only furnishes it. */
  readonly text?: string;
  /** Its language, where it differs from the site's or the post says it. */
  readonly lang?: string;
};

/** One step: changes the tree, and returns the draft with what it took out. What it does not find it leaves alone. */
export type Step = (draft: Draft, site: Site) => Draft;

/** All steps by name, in order. */
export const STEPS: Readonly<Record<string, Step>> = {
  takeCharts,
  removeHidden,
  replaceEmbeds,
  dropUnread,
  renameIds,
  cutTail,
  takeSource,
  takeMentions,
  tidyText,
  linkOriginals,
  wrapFigures,
  attachCaptions,
  listLoneCaptions,
  markDisclaimers,
  describePictures,
  takeDigest,
  makeHeadings,
  takeText,
  outlineHeadings,
  markLanguages,
  wrapTables,
  markFootnotes,
  setMath,
  addLead,
  resolveLinks,
  sizePictures,
};

const IN_ORDER = Object.values(STEPS);

/** A post's text through every step, in order. */
export function readArticle(draft: Draft, site: Site): Draft {
  return IN_ORDER.reduce((done, step) => step(done, site), draft);
}
