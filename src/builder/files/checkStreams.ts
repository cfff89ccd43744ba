import { isLeaf, type Manifest, type Period, type StreamHead } from '#shared/archive.ts';
import { MANIFEST_FILE, slugOf, streamFolder } from '#shared/paths.ts';
import type { Headline } from '#shared/post.ts';
import { compareText } from '#builder/report.ts';
import type { SiteCheck } from './SiteCheck.ts';

/**
 * Checks that every headline opens, that counts agree, and that each category, tag and source which a headline or
 * the manifest names has a stream of as many.
 */
export function checkStreams(check: SiteCheck, manifest: Manifest): void {
  for (const headline of manifest.newest) check.opens(MANIFEST_FILE, headline);
  const named = new Map(manifest.sections.map(({ slug }) => [streamFolder('category', slug), 0]));
  for (const kind of ['category', 'tag', 'source'])
    for (const key of check.list(`streams/${kind}`)) named.set(`streams/${kind}/${key}`, 0);
  const all = checkStream(check, 'streams/all', (headline) => {
    for (const folder of foldersOf(headline)) named.set(folder, (named.get(folder) ?? 0) + 1);
  });
  if (all !== null && all !== manifest.count)
    check.fail(MANIFEST_FILE, `counts ${manifest.count} posts, its stream ${all}`);
  for (const [folder, count] of [...named].toSorted(([a], [b]) => compareText(a, b))) {
    const found = checkStream(check, folder);
    if (found !== null && found !== count)
      check.fail(`${folder}/head.json`, `counts ${found} headlines, and ${count} of all are its own`);
  }
}

/** The streams a headline stands in, besides that of all. */
function foldersOf({ categories = [], tags = [], source }: Headline): ReadonlySet<string> {
  return new Set([
    ...categories.map((name) => streamFolder('category', slugOf(name))),
    ...tags.map((name) => streamFolder('tag', slugOf(name))),
    ...(source ? [streamFolder('source', slugOf(source))] : []),
  ]);
}

type Tell = (headline: Headline) => void;

/** Answers with how many headlines the stream's head counts, null when it cannot be read. */
function checkStream(check: SiteCheck, folder: string, tell: Tell = () => {}): number | null {
  const file = `${folder}/head.json`;
  return check.look<StreamHead, number>(file, (head) => {
    for (const headline of head.newest) check.opens(file, headline);
    const found = head.years.reduce((sum, year) => sum + checkPeriod(check, folder, { ...year, tell }), 0);
    if (found !== head.count) check.fail(file, `counts ${head.count} headlines, its periods hold ${found}`);
    return head.count;
  });
}

type Expected = { readonly period: string; readonly count: number; readonly tell: Tell };

/** Answers with how many headlines of a period open. */
function checkPeriod(check: SiteCheck, folder: string, { period, count, tell }: Expected): number {
  const file = `${folder}/${period}.json`;
  const found = check.look<Period, number>(file, (data) => {
    if (!isLeaf(data)) {
      // A part that is no smaller would lead around for ever.
      const parts = data.parts.filter((part) => part.period.length > period.length);
      return parts.reduce((sum, part) => sum + checkPeriod(check, folder, { ...part, tell }), 0);
    }
    const opening = data.headlines.filter((headline) => check.opens(file, headline));
    for (const headline of opening) tell(headline);
    return opening.length;
  });
  if (found !== null && found !== count)
    check.fail(file, `should hold ${count} headlines that open, and holds ${found}`);
  return found ?? 0;
}
