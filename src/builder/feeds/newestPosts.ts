import type { Article } from '#shared/post.ts';
import { articlesIn } from '#builder/files/articlesIn.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { DataFiles } from '#builder/files/dataFile.ts';
import type { Ledger } from '#builder/ledger/Ledger.ts';
import type { DayNote, PostNote } from '#builder/ledger/notes.ts';
import { postedDays } from './postedDays.ts';

/** A post with its article; null when its chunk cannot be read. */
export type NewPost = { readonly note: PostNote; readonly article: Article | null };

/** Where posts and articles are found. */
export type NewestSources = { readonly files: DataFiles; readonly ledger: Pick<Ledger, 'day'> };

/** The newest posts, newest first. Reads the days and chunks they lie in, and no others. */
export function newestPosts(count: number, { files, ledger }: NewestSources): readonly NewPost[] {
  const newest: NewPost[] = [];
  for (const { day } of postedDays(files)) {
    if (newest.length >= count) break;
    newest.push(...newestOn(ledger.day(day), count - newest.length, files));
  }
  return newest;
}

function newestOn(note: DayNote | null, count: number, files: DataFiles): readonly NewPost[] {
  const { posts, chunks } = note ?? { posts: [], chunks: [] };
  const newest: NewPost[] = [];
  let end = posts.length;
  for (const { hash, count: held } of chunks.toReversed()) {
    if (newest.length >= count) break;
    const articles = readableIn(hash, files);
    const ofChunk = posts.slice(end - held, end).map((note, index) => ({ note, article: articles[index] ?? null }));
    newest.push(...ofChunk.toReversed());
    end -= held;
  }
  return newest.slice(0, count);
}

/** None of a damaged chunk, which is not for feeds to mend: `verify` tells of it, and the headline is enough here. */
function readableIn(hash: string, files: DataFiles): readonly Article[] {
  try {
    return articlesIn(hash, files);
  } catch (cause) {
    if (cause instanceof DamagedSiteError) return [];
    throw cause;
  }
}
