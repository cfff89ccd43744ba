import { FORMAT, type Front, type MentionCount, type Section, type StreamHead } from '#shared/archive.ts';
import { FRONT_FILE, headFile } from '#shared/paths.ts';
import type { Article, Headline, Mention } from '#shared/post.ts';
import { compareText } from '#builder/report.ts';
import { type DataFile, type DataFiles, groupBy, jsonFile, readJson } from './dataFile.ts';

const LINES = 4;
const MAX_MENTIONED = 8;

/** `front.json` out of the sections' heads, with what the posts of the last day mention most. */
export function frontFile(
  sections: readonly Section[],
  files: DataFiles,
  { day, mentions }: Pick<Front, 'day' | 'mentions'>,
): DataFile {
  const front: Front = {
    format: FORMAT,
    sections: sections.map((section) => {
      const newest = readJson<StreamHead>(files, headFile('category', section.slug))?.newest ?? [];
      return { ...section, newest: newest.slice(0, LINES).map(lineOf) };
    }),
    ...(day !== undefined && { day }),
    mentions,
  };
  return jsonFile(FRONT_FILE, front);
}

/** What articles mention most, by how many of them: at most eight, of equals the first by code. */
export function mostMentioned(articles: readonly Pick<Article, 'mentions'>[]): readonly MentionCount[] {
  const all = articles.flatMap(({ mentions = [] }) => mentions);
  const counts = [...groupBy(all, keyOf).values()].map((same) => {
    // A code alone says less than one with its name, which any article may give.
    const named = same.find(({ name }) => name !== undefined);
    return { mentions: named ? [named] : same.slice(0, 1), count: same.length };
  });
  return counts
    .flatMap(({ mentions, count }) => mentions.map((mention) => ({ mention, count })))
    .toSorted((a, b) => b.count - a.count || compareText(keyOf(a.mention), keyOf(b.mention)))
    .slice(0, MAX_MENTIONED);
}

function keyOf({ code, market = '' }: Mention): string {
  return `${code} ${market}`;
}

function lineOf({ address, title, time, day, source, lang }: Headline): Headline {
  return {
    address,
    title,
    time,
    ...(day !== undefined && { day }),
    ...(source !== undefined && { source }),
    ...(lang !== undefined && { lang }),
  };
}
