import type { Article } from '#shared/post.ts';
import { articlesIn } from '#builder/files/articlesIn.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import type { DataFiles } from '#builder/files/dataFile.ts';
import type { DayNote } from '#builder/ledger/notes.ts';

/** Reads articles out of their chunks, of which it keeps the last: whoever goes by days reads each once. */
export function articleReader(files: Pick<DataFiles, 'read'>): (note: DayNote, index: number) => Article {
  let [hash, articles]: [string, readonly Article[]] = ['', []];
  return ({ chunks }, index) => {
    let first = 0;
    for (const chunk of chunks) {
      if (index < first + chunk.count) {
        if (chunk.hash !== hash) [hash, articles] = [chunk.hash, articlesIn(chunk.hash, files)];
        const article = articles[index - first];
        if (article) return wholeText(article);
        break;
      }
      first += chunk.count;
    }
    throw new DamagedSiteError('the chunks of a day do not hold what its notes say');
  };
}

/** A page holds all of a long text: it is not shown by and by. */
function wholeText({ rest = [], ...article }: Article): Article {
  return rest.length === 0 ? article : { ...article, html: [article.html, ...rest].join('') };
}
