import { FORMAT, type Front, type MentionCount } from '#shared/archive.ts';
import { FRONT_FILE } from '#shared/paths.ts';
import type { Article, Headline, Mention } from '#shared/post.ts';
import { compareText } from '#builder/report.ts';
import { type DataFile, groupBy, jsonFile } from './dataFile.ts';
import { dayOfRow, sectionOf, sectionStreams } from './directories.ts';
import type { Row, Stream } from './streamFiles.ts';

const LINES = 4;
const MAX_MENTIONED = 8;

/** `front.json`, with what the posts of the last day mention most. */
export function frontFile(streams: readonly Stream[], mentions: readonly MentionCount[]): DataFile {
  const newest = streams.find(({ kind }) => kind === 'all')?.rows[0];
  const front: Front = {
    format: FORMAT,
    sections: sectionStreams(streams).map((stream) => {
      return { ...sectionOf(stream), newest: stream.rows.slice(0, LINES).map(lineOf) };
    }),
    ...(newest && { day: dayOfRow(newest) }),
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

function lineOf({ json }: Row): Headline {
  const headline = JSON.parse(json) as Headline; // Its JSON was made of one.
  const { address, title, time, day, source, lang } = headline;
  return {
    address,
    title,
    time,
    ...(day !== undefined && { day }),
    ...(source !== undefined && { source }),
    ...(lang !== undefined && { lang }),
  };
}
