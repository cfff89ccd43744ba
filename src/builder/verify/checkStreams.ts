import { type Directory, type Listed, type Manifest, type NamedKind, SECTION_COUNT } from '#shared/archive.ts';
import { directoryFile, MANIFEST_FILE, slugOf, streamFolder } from '#shared/paths.ts';
import { dayOf } from '#shared/post.ts';
import { compareText } from '#builder/report.ts';
import { dayKnows } from './readDay.ts';
import { Sequence } from './Sequence.ts';
import { inData, type SiteCheck } from './SiteCheck.ts';
import { type HeadFacts, readHead, streamRows } from './streamRows.ts';
import type { Told } from './Told.ts';

const KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];

/** Checks that directories list every stream the headlines name, and that each has its headlines, in their order. */
export function checkStreams(check: SiteCheck, { sections }: Manifest, told: Told): void {
  for (const kind of KINDS) {
    const file = inData(directoryFile(kind));
    const listed = check.look<Directory, readonly Listed[]>(file, ({ streams }) => {
      return streams.map(({ slug, name, count, day }) => ({ slug: slugOf(slug), name, count, day }));
    });
    if (listed === null) continue;
    checkDirectory(check, kind, { file, listed, told });
    const largest = listed.slice(0, SECTION_COUNT).map(({ slug, name, count }) => ({ slug, name, count }));
    if (kind === 'category' && JSON.stringify(largest) !== JSON.stringify(sections))
      check.fail(inData(MANIFEST_FILE), 'names other sections than categories.json');
  }
}

type ReadDirectory = { readonly file: string; readonly listed: readonly Listed[]; readonly told: Told };

function checkDirectory(check: SiteCheck, kind: NamedKind, { file, listed, told }: ReadDirectory): void {
  const folders = new Set<string>();
  let before: Listed | null = null;
  for (const stream of listed) {
    if (before && (before.count - stream.count || compareText(stream.slug, before.slug)) <= 0)
      check.fail(file, `lists ${stream.slug} after ${before.slug}, out of order`);
    before = stream;
    const folder = inData(streamFolder(kind, stream.slug));
    folders.add(folder);
    checkStream(check, { kind, folder, file, stream }, told);
  }
  for (const folder of told.streams.keys())
    if (folder.startsWith(inData(`streams/${kind}/`)) && !folders.has(folder))
      check.fail(file, `does not list ${folder}, which headlines of streams/all name`);
}

type ListedStream = {
  readonly kind: NamedKind;
  readonly folder: string;
  /** The directory. */
  readonly file: string;
  readonly stream: Listed;
};

function checkStream(check: SiteCheck, { kind, folder, file, stream }: ListedStream, told: Told): void {
  const head = readHead(check, folder);
  if (head === null) return;
  const path = `${folder}/head.json`;
  const { slug, name, count, day } = stream;
  if (head.kind !== kind || head.slug !== slug)
    check.fail(path, `is of ${head.kind} ${head.slug}, not ${kind} ${slug}`);
  if (head.name !== name || head.count !== count || !head.newest[0] || dayOf(head.newest[0]) !== day)
    check.fail(file, `says ${slug} is ${name} with ${count} headlines, the newest of ${day}; its head does not`);
  const sequence = new Sequence();
  const problemsBefore = check.problemCount;
  for (const { json, block } of streamRows(check, folder, head)) sequence.tell(json, block);
  if (check.problemCount > problemsBefore || !told.isWhole) return;
  const expected = told.streams.get(folder)?.sequence ?? new Sequence();
  if (!sequence.equals(expected)) explain(check, { folder, head, expected });
}

type OddStream = { readonly folder: string; readonly head: HeadFacts; readonly expected: Sequence };

/** Says what is wrong with a stream whose headlines are not those of the days. */
function explain(check: SiteCheck, { folder, head, expected }: OddStream): void {
  const problemsBefore = check.problemCount;
  const knows = dayKnows(check);
  for (const { file, day, folded } of streamRows(check, folder, head))
    if (!knows(day, folded)) check.fail(file, `names ${folded}, which its day does not know`);
  if (check.problemCount > problemsBefore) return;
  const found = `lists ${head.count} headlines, and they are not, or not in this order, the ${expected.count} of streams/all`;
  check.fail(`${folder}/head.json`, found);
}
