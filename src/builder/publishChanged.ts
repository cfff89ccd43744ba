import { foldAddress } from '#shared/paths.ts';
import type { Day } from '#shared/post.ts';
import type { ComposedDay } from './day/composeDay.ts';
import { dayComposer } from './day/dayComposer.ts';
import { feedSettings } from './feeds/feedSettings.ts';
import { ListChanges } from './files/ListChanges.ts';
import { reviseLinks } from './files/reviseLinks.ts';
import { addressOfFile, staticFiles } from './files/staticFiles.ts';
import { type Classified, pathClassifier } from './find/classifyPath.ts';
import { hostPaths } from './hosts/putHostFiles.ts';
import type { Ledger } from './ledger/Ledger.ts';
import { noteWants } from './ledger/noteFiles.ts';
import type { Stamp } from './ledger/notes.ts';
import { textComparer } from './place/findPlaces.ts';
import { addressesOf, ledgerClaims, pathsOf } from './place/ledgerClaims.ts';
import { linkQuestions } from './place/linkAnswers.ts';
import { placeChanged, type Replaced } from './place/placeChanged.ts';
import { postReader, readerForOthers } from './place/postReader.ts';
import type { Outcome } from './PublishRun.ts';
import { hiddenAddresses, recordDay } from './recordDay.ts';
import { refuseGaps } from './refuseGaps.ts';
import { refuseLosing } from './refuseLosing.ts';
import { compareText, type Report } from './report.ts';
import type { Revised } from './Revised.ts';
import { sortOut } from './sortOut.ts';

/**
 * Publishes what changed: the posts of these paths and those that depend on them, their days, and the lists these stand
 * in. Nothing else is read. Throws `DamagedSiteError` when the last publish did not leave what is needed.
 */
export async function publishChanged(paths: readonly string[], run: Revised): Promise<Outcome> {
  const { options, site, files, ledger, names, report } = run;
  const classify = pathClassifier(options.folder, site, options.out);
  const { posts, others } = sortOut(paths, classify, run);
  const stamps = new Map<string, Stamp>();
  const read = postReader({ folder: options.folder, site, nowMs: options.nowMs }, stamps);
  const readThere = (path: string, to: Report) => {
    const found = classify(path);
    if (found.trouble !== undefined) to.addUnread(path, found.trouble);
    return isPost(found) ? read(path, to) : null;
  };
  const sources = { ledger, site, read: files.read, countOf: names.countOf.bind(names) };
  const replaced = placeChanged([...posts, ...usersOf([...posts, ...others], ledger)], {
    ...{ site, ledger, claims: ledgerClaims(sources), read: readThere },
    isSameText: textComparer(options.folder, report),
    hashOf: (path) => stamps.get(path)?.hash ?? '',
  });
  refuseGaps(replaced, run);
  report.take(replaced.group.found);
  report.take(replaced.group.placing);
  noteGroup(replaced, stamps, ledger); // Before composing, since posts may ask for each other.
  const isRead = await composeDays(replaced, run, readerForOthers(readThere, report));
  copyStatics([...others, ...staticsAt(replaced, ledger)], ledgerClaims(sources).ownerOf, { ...run, classify });
  const { group, before } = replaced;
  const shown = new Set(before.flatMap(pathsOf));
  refuseLosing(report, () => shown);
  const [then, now] = [new Set(before.map(({ path }) => path)), new Set(group.placed.map(({ post }) => post.path))];
  const had = new Set(before.flatMap(addressesOf));
  return {
    taken: [...run.root.taken.filter((folded) => !had.has(folded)), ...group.taken].toSorted(compareText),
    due: [...run.root.due.filter(({ path }) => !group.paths.has(path)), ...group.found.due],
    added: [...now].filter((path) => !then.has(path)).length,
    changed: [...isRead].filter((path) => then.has(path)).length,
    removed: [...then].filter((path) => !now.has(path)).length,
  };
}

function isPost({ role, isThere }: Classified): boolean {
  return isThere && (role?.kind === 'post' || (role?.kind === 'skipped' && role.isUndated));
}

/** The posts whose text asked for one of some files. */
function usersOf(paths: readonly string[], ledger: Ledger): readonly string[] {
  return paths.flatMap((path) =>
    [...linkQuestions(path), `size:${path}`].flatMap((question) => ledger.usersOf(question)),
  );
}

/** Composes the changed days and revises all that lists them. Answers with the paths of the posts that were read. */
async function composeDays(
  { days }: Replaced,
  { files, ledger, names, site, report, crewFor, options, touched }: Revised,
  read: (path: string) => ReturnType<ReturnType<typeof postReader>>,
): Promise<ReadonlySet<string>> {
  const crew = crewFor(0);
  const compose = dayComposer(crew, { named: (name) => ledger.neighbours(name), read });
  const lists = new ListChanges({ files, names, site, touched });
  const links = new Map<string, Day | null>();
  const composed: [Day, ComposedDay][] = [];
  const total = [...days.values()].reduce((sum, places) => sum + places.length, 0);
  let done = 0;
  for (const [day, places] of days) {
    const before = ledger.day(day);
    for (const folded of hiddenAddresses(before)) links.set(folded, null);
    composed.push([day, await compose({ day, places, before })]);
    options.onProgress?.({ phase: 'writing', done: (done += places.length), total });
  }
  for (const [day, ofDay] of composed) {
    report.take(ofDay.report);
    const before = ledger.day(day);
    touched.addDay(day, before);
    lists.add(recordDay(day, ofDay, { files, ledger, before }));
    for (const folded of hiddenAddresses(ofDay.note)) links.set(folded, day);
  }
  lists.revise();
  reviseLinks(links, files);
  return new Set(composed.flatMap(([, { read }]) => read));
}

function noteGroup({ group }: Replaced, stamps: ReadonlyMap<string, Stamp>, ledger: Ledger): void {
  const days = new Map<string, Day>();
  for (const { post, twins = [] } of group.placed)
    for (const path of [post.path, ...twins.map((twin) => twin.post.path)]) days.set(path, post.day);
  for (const path of group.paths) {
    const [stamp, day, wants = []] = [stamps.get(path), days.get(path), group.wants.get(path)];
    noteWants([[path, ledger.file(path)?.wants ?? [], wants]], ledger);
    const shown = { ...(day !== undefined && { day }), ...(wants.length > 0 && { wants }) };
    ledger.setFile(path, stamp && { ...stamp, ...shown });
  }
}

/** Static files at an address that a post had or has now. */
function staticsAt({ group, before }: Replaced, ledger: Ledger): readonly string[] {
  const addresses = new Set([
    ...before.map(({ address }) => foldAddress(address)),
    ...group.placed.map(({ folded }) => folded),
  ]);
  const near = [...addresses].flatMap((folded) => ledger.neighbours(folded));
  return near.filter((path) => !group.paths.has(path) && addresses.has(addressOfFile(path)));
}

function copyStatics(
  paths: readonly string[],
  ownerOf: ReturnType<typeof ledgerClaims>['ownerOf'],
  { options, site, writer, report, ledger, classify }: Revised & { readonly classify: (path: string) => Classified },
): void {
  const isThere = (path: string) => classify(path).isThere && classify(path).role?.kind === 'other';
  const isOwned = (folded: string) => {
    const owner = ownerOf(folded);
    return owner !== null && foldAddress(owner.address) === folded;
  };
  // What else lies there is ours.
  const removeCopy = (path: string) => void (ledger.file(path)?.isCopied && writer.remove(path));
  const run = { isOwned, hostPaths: hostPaths(options.host), feedPlaces: feedSettings(site).places, report };
  const unique = [...new Set(paths)];
  const copied = new Set<string>();
  for (const { path, bytes, stamp } of staticFiles(options.folder, unique.filter(isThere), run)) {
    if (bytes !== null) writer.put(path, bytes);
    else removeCopy(path);
    ledger.setFile(path, { ...stamp, ...(bytes !== null && { isCopied: true }) });
    copied.add(path);
  }
  const isUnread = new Set(report.unread.map(({ file }) => file));
  for (const path of unique) {
    if (copied.has(path) || isUnread.has(path) || classify(path).trouble !== undefined) continue;
    removeCopy(path);
    ledger.setFile(path, undefined);
  }
}
