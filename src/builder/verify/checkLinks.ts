import type { Links } from '#shared/archive.ts';
import { linksFile, linksPartFile } from '#shared/paths.ts';
import type { Address, Day } from '#shared/post.ts';
import { MAX_LINKS } from '#builder/files/reviseLinks.ts';
import { compareText } from '#builder/report.ts';
import { dayKnows } from './readDay.ts';
import { inData, type SiteCheck } from './SiteCheck.ts';
import { LinkSum, type Told } from './Told.ts';

type Link = readonly [folded: Address, day: Day];
type LinkFile = { readonly path: string; readonly links: readonly Link[] };

/** Checks that the links lead to every address of the days that does not show its day, and nowhere else. */
export function checkLinks(check: SiteCheck, told: Told): void {
  for (const [path, expected] of told.links) {
    const problemsBefore = check.problemCount;
    const files = readLinks(check, path, linksFile);
    const found = new LinkSum();
    for (const { links } of files) for (const [folded, day] of links) found.add(folded, day);
    if (files.length > 1 && found.count <= MAX_LINKS) check.fail(path, `is split, and has only ${found.count} links`);
    if (check.problemCount > problemsBefore || !told.isWhole || found.equals(expected)) continue;
    explain(check, files);
    if (check.problemCount === problemsBefore)
      check.fail(path, `has ${found.count} links, and days know ${expected.count} such addresses`);
  }
}

/** The links of a file, or of the parts that it is split in; `fileOf` says where an address belongs. */
function readLinks(check: SiteCheck, path: string, fileOf: (folded: Address) => string): readonly LinkFile[] {
  const links = check.look<Links, readonly Link[] | 'split'>(path, (links) => {
    if ('split' in links) return 'split';
    const pairs = Object.entries(links.days);
    for (const [folded] of pairs)
      if (inData(fileOf(folded)) !== path) check.fail(path, `holds ${folded}, whose place is elsewhere`);
    if (pairs.length > MAX_LINKS && fileOf === linksFile)
      check.fail(path, `has ${pairs.length} links, and is not split`);
    return pairs;
  });
  if (links !== 'split') return links === null ? [] : [{ path, links }];
  return partsOf(path)
    .filter((part) => check.site.has(part))
    .flatMap((part) => readLinks(check, part, linksPartFile));
}

function partsOf(path: string): readonly string[] {
  const folder = path.replace(/\.json$/, '');
  return Array.from({ length: 256 }, (_part, number) => `${folder}/${number.toString(16).padStart(2, '0')}.json`);
}

/** Names the links that lead nowhere. */
function explain(check: SiteCheck, files: readonly LinkFile[]): void {
  const knows = dayKnows(check);
  const all = files.flatMap(({ path, links }) => links.map(([folded, day]) => ({ path, folded, day })));
  for (const { path, folded, day } of all.toSorted((a, b) => compareText(a.day, b.day)))
    if (!knows(day, folded)) check.fail(path, `says ${folded} lies under ${day}, which does not know it`);
}
